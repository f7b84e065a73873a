import pytest

from assets.entities.text import fold, is_acronym, shouted_stretches, slugify, split_words, starts_sentence


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("U.S.", "us"),
        ("Kim Jong-un", "kim jong un"),
        ("Łódź", "lodz"),
        ("O’Brien", "o'brien"),
    ],
)
def test_spellings_meet_in_one_key(name, key):
    assert fold(name) == key


def test_slugs_keep_letters_of_any_script():
    assert slugify("Côte d'Ivoire") == "cote-divoire"
    assert slugify("习近平") == "习近平"


def test_words_leave_out_possessives_and_keep_initials():
    words = [word.text for word in split_words("U.S. envoy J.D. Marlow's al-Qamar O'Hara-Lund")]
    assert words == ["U.S.", "envoy", "J.D.", "Marlow", "al-Qamar", "O'Hara-Lund"]


def test_offsets_of_words_are_those_of_the_text():
    text = "The  mayor’s office — in Vell’s town."
    assert all(text[word.start : word.end] == word.text for word in split_words(text))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rain fell. Tomorrow it stops.", "Tomorrow", True),
        ("“Tomorrow it stops,” he said.", "Tomorrow", True),
        ("- Tomorrow: sun", "Tomorrow", True),
        ("He met Mr. Tomorrow.", "Tomorrow", False),
        ("We saw Tomorrow come.", "Tomorrow", False),
    ],
)
def test_capital_of_a_sentence_start(text, word, expected):
    assert starts_sentence(text, text.index(word)) is expected


def test_acronyms_have_capitals_only():
    assert [is_acronym(name) for name in ("NATO", "U.N.", "Nato", "A", "PARLIAMENT")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_headlines_in_capitals_are_found():
    text = "CUP FINAL ENDS IN DRAW. The teams met in VELL on Friday."
    assert [text[start:end].strip() for start, end in shouted_stretches(text)] == ["CUP FINAL ENDS IN DRAW"]
