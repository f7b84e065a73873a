"""What a recogniser is shown, and what it is spared."""

from assets.entities.gazetteer import find_listed
from assets.entities.stretches import LONGEST, is_title_worth_reading, name_stretches
from assets.entities.text import split_words


def shown(text):
    words = split_words(text)
    return [text[start:end].strip() for start, end in name_stretches(text, words, find_listed(text, words))]


def test_sentences_without_an_unlisted_name_are_spared():
    text = "Residents asked who would pay. Brell Vantor paid. Officials in London agreed. Then 61d2eaf5 and Zq6d1 came."
    assert shown(text) == ["Brell Vantor paid."]


def test_no_stretch_is_longer_than_the_limit_and_no_word_is_lost():
    text = " ".join(f"Vantor{chr(97 + i % 26)}{chr(97 + i // 26)}x" for i in range(600))
    parts = shown(text)
    assert all(len(part) <= LONGEST for part in parts)
    assert " ".join(parts).split() == text.split()


def test_a_text_without_a_space_is_cut_too():
    assert [len(part) for part in shown("Ü" * (LONGEST + 5))] == [LONGEST]


def test_headlines_are_read_for_names_that_the_body_lacks():
    body = split_words("Brell Vantor paid the fine.")
    assert is_title_worth_reading("Quill Sandor pays", [], body)
    assert not is_title_worth_reading("Brell Vantor Says Report Wrong", [], body)
    assert not is_title_worth_reading("Residents ask who will pay", [], body)
