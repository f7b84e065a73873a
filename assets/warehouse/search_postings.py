"""From texts to postings: which word stands where in which article, sorted by word. Keep out: SQL and files.

All words of a batch are sorted as one array of 64-bit numbers (word, article, position packed into each), which costs a
fifth of grouping them as text.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl
import pyarrow as pa

# Scripts without spaces between words are indexed by character; a query of several is a phrase in quotes.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
WORD = rf"[{_UNSPACED}]|[\p{{L}}\p{{M}}\p{{N}}--[{_UNSPACED}]]+"
TITLE_WEIGHT = 3
POSTING = ["word_id", "document", "word_count", "length", "positions"]

_POSITION_BITS, _ARTICLE_BITS = np.uint64(25), np.uint64(15)


@dataclass(frozen=True)
class Batch:
    """The words of some articles one after the other, and how many of each article's are its title's and its body's."""

    words: pl.Series
    first_document: int
    title_lengths: np.ndarray
    body_lengths: np.ndarray

    @property
    def word_counts(self) -> np.ndarray:
        """Length of each article, words of the title counted TITLE_WEIGHT times."""
        return (TITLE_WEIGHT * self.title_lengths + self.body_lengths).astype(np.int32)

    @property
    def lengths(self) -> pl.DataFrame:
        """document, word_count."""
        documents = self.first_document + np.arange(len(self.title_lengths))
        return pl.DataFrame({"document": documents.astype(np.int32), "word_count": self.word_counts})


def read_words(texts: pl.DataFrame) -> Batch:
    """Split folded texts (document, title, body; documents without gaps) into words."""
    titles, bodies = (texts[name].str.extract_all(WORD) for name in ("title", "body"))
    words = titles.list.concat(bodies).explode(empty_as_null=False)
    return Batch(
        words, texts["document"][0], *(words.list.len().cast(pl.Int64).to_numpy() for words in (titles, bodies))
    )


def make_postings(batch: Batch, numbered: pl.DataFrame) -> pa.Table:
    """word_id, document, word_count, length, positions, sorted by word_id and document.

    `numbered` holds word and word_id of every word of the batch, by word_id.
    """
    keys = _sorted_keys(batch, numbered["word"])
    owners = keys >> _POSITION_BITS
    starts = np.flatnonzero(np.diff(owners, prepend=~owners[:1]))
    bounds = np.append(starts, len(keys))
    ranks, articles = owners[starts] >> _ARTICLE_BITS, _low_bits(owners[starts], _ARTICLE_BITS)
    positions = _low_bits(keys, _POSITION_BITS)
    in_title = positions < np.repeat(batch.title_lengths[articles], np.diff(bounds))
    counts = np.diff(bounds) + (TITLE_WEIGHT - 1) * np.add.reduceat(in_title, starts, dtype=np.int64)
    return pa.table(
        {
            "word_id": numbered["word_id"].to_numpy()[ranks].astype(np.int32),
            "document": (articles + batch.first_document).astype(np.int32),
            "word_count": counts.astype(np.int32),
            "length": batch.word_counts[articles],
            "positions": pa.ListArray.from_arrays(bounds.astype(np.int32), positions.astype(np.int32)),
        }
    )


def _sorted_keys(batch: Batch, vocabulary: pl.Series) -> np.ndarray:
    """Word's place in the vocabulary, article's in the batch, position in the article, in one number each, sorted."""
    lengths = batch.title_lengths + batch.body_lengths
    articles = np.repeat(np.arange(len(lengths)), lengths)
    positions = np.arange(len(articles)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    positions += positions >= batch.title_lengths[articles]
    ranks = batch.words.cast(pl.Enum(vocabulary)).to_physical().to_numpy().astype(np.uint64)
    owners = (ranks << _ARTICLE_BITS) | articles.astype(np.uint64)
    return pl.Series((owners << _POSITION_BITS) | positions.astype(np.uint64)).sort().to_numpy()


def _low_bits(numbers: np.ndarray, bits: np.uint64) -> np.ndarray:
    return (numbers & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
