"""Expected numbers are those of the model's own tokenizer, taken down once."""

import pytest

from assets.semantic.word_pieces import MAX_PIECES, PIECES, number_pieces

FIRST, LAST, UNKNOWN = 101, 102, 100


def pieces(text: str) -> list[str]:
    lines = PIECES.read_text(encoding="utf-8").splitlines()[3:]
    return [lines[number] for number in number_pieces(text)[1:-1]]


def test_words_are_cut_at_the_longest_known_beginning():
    assert pieces("The breakwater") == ["the", "break", "##water"]
    assert number_pieces("Harbour") == [FIRST, 7440, LAST]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café, naïve", ["cafe", ",", "naive"]),
        ("U.S. $5", ["u", ".", "s", ".", "$", "5"]),
        ("“no”—he", ["“", "no", "”", "—", "he"]),
        ("中国", ["中", "国"]),
        ("soft\u00adware\u200b", ["software"]),
        ("# #", ["#", "#"]),
        ("\u0000\t\n", []),
    ],
)
def test_text_is_split_as_the_model_learned_it(text, expected):
    assert pieces(text) == expected


def test_what_cannot_be_cut_is_one_unknown():
    assert number_pieces("𒀀𒀁") == [FIRST, UNKNOWN, LAST]
    assert number_pieces("a" * 101) == [FIRST, UNKNOWN, LAST]


def test_input_ends_after_its_first_pieces():
    numbers = number_pieces("herring boats " * 500)
    assert len(numbers) == MAX_PIECES and numbers[-1] == LAST
    assert number_pieces("") == [FIRST, LAST]
