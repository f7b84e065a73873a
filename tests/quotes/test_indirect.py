import pytest

from tests.quotes.helpers import quotes_of, said

NAMES = {"Ada Moreno": "person/ada-moreno"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ada Moreno said on Monday that the bridge would open in May.", "the bridge would open in May"),
        ("Ada Moreno said the old bridge would open in May.", "the old bridge would open in May"),
        ("The old bridge would open in May, Ada Moreno said.", "The old bridge would open in May"),
    ],
)
def test_reported_speech(body, expected):
    assert said(quotes_of(body, names=NAMES), direct=False) == [(expected, "Ada Moreno", "said")]


@pytest.mark.parametrize(
    "body",
    [
        "Ada Moreno did not say that the bridge would open in May.",
        "If Ada Moreno said that the bridge would open, nobody heard it.",
        "Ada Moreno insisted on that as a first step to talks.",
        "Ada Moreno said Monday in the port of the old town.",
        "“The bridge will open in May,” Ada Moreno said.",
    ],
)
def test_what_is_no_reported_speech(body):
    assert said(quotes_of(body, names=NAMES), direct=False) == []
