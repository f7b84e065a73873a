import pytest

from assets.entities.clean import clean_spans
from assets.entities.judge import is_never_name

CASES = [
    ("the Vell Council met", "the Vell Council", "organization", ["Vell Council"]),
    ("President Ana Maro's plan", "President Ana Maro's", "person", ["Ana Maro"]),
    ("British Defence Minister Ana Maro", "British Defence Minister Ana Maro", "person", ["Ana Maro"]),
    ("Texas Gov. Tom Reyes said", "Texas Gov. Tom Reyes", "person", ["Tom Reyes"]),
    ("Hadley 296 and", "Hadley 296", "person", ["Hadley"]),
    ("in Orrin Road, Vellshire", "Orrin Road, Vellshire", "place", ["Orrin Road", "Vellshire"]),
    ("a non-NATO mission", "non-NATO", "organization", ["NATO"]),
    ("the non-US NATO allies", "non-US NATO", "organization", ["NATO"]),
    ("a Vell-based firm", "Vell", "place", []),
    ("said Defense Secretary Ana Maro", "Defense", "organization", []),
    ("Russia's Parliament House opened", "Russia's Parliament House", "organization", ["Russia", "Parliament House"]),
    ("Securing it is vital", "Securing", "organization", []),
    ("opened in 'Seven Lamps' last", "Seven Lamps", "person", []),
    ("Ursula von der Leyen said", "Ursula von der Leyen", "person", ["Ursula von der Leyen"]),
    ("Ana Maro VELL 1996", "Ana Maro VELL", "person", ["Ana Maro"]),
    ("Jiangsu province is", "Jiangsu province", "place", ["Jiangsu"]),
]


@pytest.mark.parametrize(("text", "span", "kind", "expected"), CASES)
def test_spans_become_names(text, span, kind, expected):
    start = text.find(span)
    spans = [(start, start + len(span), kind)] if start >= 0 else []
    names = clean_spans(text, spans, "model")
    assert [name.text for name in names] == expected
    assert all(text[name.start : name.end] == name.text for name in names)


def test_what_a_known_person_owns_is_split_off():
    text = "Maro spoke. Key points from Maro's Address:"
    spans = [(0, 4, "person"), (text.index("Maro's"), text.index(":"), "organization")]
    assert [name.text for name in clean_spans(text, spans, "model")] == ["Maro", "Maro"]


def test_headlines_in_capitals_are_left_to_the_lists():
    text = "VELL LEAGUE CUP RESULTS TODAY. The cup went on."
    assert clean_spans(text, [(0, 29, "organization")], "model") == []


@pytest.mark.parametrize("text", ["Defense", "Wednesday", "Ukrainian", "Kurds", "secretary", "X", "May", "Honesty"])
def test_strings_that_are_never_names(text):
    assert is_never_name(text)


@pytest.mark.parametrize("text", ["US", "Maro", "Poland", "Defense Group"])
def test_strings_that_may_be_names(text):
    assert not is_never_name(text)
