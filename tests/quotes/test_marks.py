from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.quotes.marks import find_quotations


def quoted(body: str) -> list[str]:
    return [body[span.start : span.end] for span in find_quotations(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“We will build it,” she said. “This year.”", ["We will build it,", "This year."]),
        ('He called it "a very old bridge" and left.', ["a very old bridge"]),
        ("« Nous partons demain », dit-elle.", ["Nous partons demain"]),
        ("„Wir gehen jetzt“, sagte er.", ["Wir gehen jetzt"]),
        ("»Vi går nu«, sagde hun.", ["Vi går nu"]),
        ("''We lost the file,'' she said.", ["We lost the file,"]),
        ('She said."We go now." Then rain fell.', ["We go now."]),
        ("It ended. ”We lost,” he said.", ["We lost,"]),
        ("The pole is 6'2\" tall, he said.", []),
    ],
)
def test_double_marks_of_several_styles(body, expected):
    assert quoted(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("'We can't wait,' the mayor said.", ["We can't wait,"]),
        ("'The farmers' fields are dry and brown,' she said.", ["The farmers' fields are dry and brown,"]),
        ("The dogs' owners didn't come. It's the boys' fault.", []),
        ("'They said, 'Go home,'' Vega recalled.", ["They said, 'Go home,'"]),
        ("He left.'I am tired of it,' he said.", ["I am tired of it,"]),
        ("‘Back in the ’90s we won,’ he said.", ["Back in the ’90s we won,"]),
    ],
)
def test_single_marks_where_there_are_no_others(body, expected):
    assert quoted(body) == expected


def test_single_marks_are_apostrophes_where_double_ones_exist():
    assert quoted("“It's the 'old' plan,” said Ito.") == ["It's the 'old' plan,"]


def test_single_marks_are_the_outer_style_where_double_ones_stand_inside():
    body = "'She told me “go home right now” and left,' Vega said. 'We never saw her again.'"
    assert quoted(body) == ["She told me “go home right now” and left,", "We never saw her again."]


def test_a_title_in_double_marks_does_not_hide_speech_in_single_ones():
    assert quoted("'We read “The Road” last year,' Vega said.") == ["We read “The Road” last year,"]


def test_a_quotation_goes_on_in_the_next_paragraph():
    body = "“First we dig.\n\n“Then we build,” she said."
    assert quoted(body) == ["First we dig.", "Then we build,"]


def test_an_unclosed_mark_takes_nothing_with_it():
    assert quoted("He wrote “we left and never\n\nThe rain went on.") == []


def test_a_new_opening_after_a_sentence_closes_the_last_one():
    assert quoted("“We dig first. “Then we build,” she said.") == ["We dig first.", "Then we build,"]


@settings(max_examples=80, derandomize=True, deadline=None)
@given(st.text(alphabet="ab .,\n“”\"'‘’«»„", max_size=60))
def test_spans_are_in_order_inside_the_body_and_apart(body):
    spans = find_quotations(body)
    assert all(0 <= span.start < span.end <= len(body) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
