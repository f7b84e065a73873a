"""What is stripped from text and what stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.reading.cleaning import clean_text


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\x85b", "a\nb"),
        ("a\nb\x85c", "a\nb c"),
        ("nul\x00s and \x07bells\x7f", "nuls and bells"),
        ("\x1b[31mred\x1b[0m alert", "red alert"),
        ("zero\u200bwidth \ufeffmark", "zerowidth mark"),
        ("exe.\u202etxt\u202c", "exe.txt"),
        ("CafÃ© dÃ©jÃ\xa0 vu", "Café déjà vu"),
        ("â€œQuotedâ€\x9d", "“Quoted”"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("page\x0cbreak", "page break"),
    ],
)
def test_noise_goes_and_is_recorded_unless_it_is_only_a_newline(dirty, clean):
    text, changes = clean_text(dirty)
    assert text == clean
    assert bool(changes) == (not set(dirty) & set("\r\x0c\x85"))


@pytest.mark.parametrize(
    "sound",
    [
        "tabs\tand\nnewlines",
        "👩‍👩‍👧 می‌خواهم",
        "O CAFÉ” da IRMÔ, manhã”—",
        "naïve Ångström, 10 °C, «à»",
        "שלום\u200f!",
    ],
)
def test_sound_text_is_not_touched(sound):
    assert clean_text(sound) == (sound, [])


@settings(max_examples=60, derandomize=True)
@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once_and_the_result_can_be_stored(text):
    once, _ = clean_text(text)
    assert clean_text(once)[0] == once
    once.encode("utf-8")
    assert not set(once) & set("\x00\x1b\r\ufeff\u202e")


def test_a_letter_and_its_accents_become_one_character():
    assert clean_text("Cafe\u0301 in Xuye\u0302\u0301n, b\u0301")[0] == "Caf\u00e9 in Xuy\u1ebfn, b\u0301"
    assert clean_text("Cafe\u0301")[1][0].change == "composed 1"
    heap = "a" + "\u0301" * 5_000
    assert clean_text(heap) == (heap, [])


def test_text_whose_accents_are_no_latin_ones_stays_as_it_is():
    for text in ("\ufa19\u793e", "\u05e9\u05c1\u05dc\u05d5\u05dd", "b\u0301"):
        assert clean_text(text) == (text, [])
