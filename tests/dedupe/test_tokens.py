import polars as pl
import pytest

from assets.dedupe.tokens import fold_texts, tokenize


def words(text: str) -> list[int]:
    return [int(value) for _, tokens in tokenize(fold_texts(pl.Series([text]))) for value in tokens.hashes]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Don’t stop,” she said—again.", '"don\'t stop" she SAID again'),
        ("first line\nsecond line", "first line second  line"),
        ("cafe\u0301", "café"),
        ("１２３ ｋｍ", "123 km"),
        ("ÉCOLE ÖZ Москва", "école öz москва"),
        ("🙂 fine", "fine"),
    ],
)
def test_typography_and_layout_leave_no_trace(one, other):
    assert words(one) == words(other)


def test_different_words_differ():
    assert len(set(words("one two three four five ab ba aab"))) == 8


def test_scripts_without_spaces_give_one_word_a_character():
    assert len(words("日本語の記事。続く")) == 8
    assert len(words("ab日本cd")) == 4


def test_words_of_arabic_and_korean_are_split_by_spaces():
    assert len(words("قال الوزير، إن")) == 3
    assert len(words("대통령은 오늘 말했다.")) == 3


def test_sentences_and_paragraphs():
    text = 'It cost 3.5 million. "Too much!" he said.\n\nA new paragraph'
    (_, tokens), *_ = tokenize(fold_texts(pl.Series([text])))
    sentences = [int(value) for value in tokens.sentences]
    assert [sentences.count(value) for value in sorted(set(sentences))] == [5, 2, 2, 3]
    assert len(set(tokens.paragraphs.tolist())) == 2


def test_many_texts_keep_their_numbers():
    texts = pl.Series([f"text number {number} " * 40_000 for number in range(3)] + [""])
    found = {first + int(number) for first, tokens in tokenize(texts) for number in set(tokens.texts.tolist())}
    assert found == {0, 1, 2}


def test_no_texts():
    assert list(tokenize(pl.Series([], dtype=pl.String))) == []
