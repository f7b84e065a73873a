"""From texts to postings: which word stands where in which article, sorted by word. Keep out: SQL and files.

Words are numbers from the moment they are split off, so that a batch's are never all in memory as text; lower case and
accents are seen to once for each different word (search.py), not in every text. All words of a batch are then sorted as
one array of 64-bit numbers (word, article, position packed into each), which costs a fifth of grouping them as text.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl
import pyarrow as pa

# Scripts without spaces between words are indexed by character; a query of several is a phrase in quotes. Marks alone
# are no word (folding leaves nothing of them), such as the one that makes a coloured sign of a plain one.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
_LETTER = rf"[\p{{L}}\p{{N}}--[{_UNSPACED}]]"
WORD = rf"[{_UNSPACED}--\p{{M}}]|{_LETTER}(?:{_LETTER}|\p{{M}})*"
TITLE_WEIGHT = 3
POSTING = ["word_id", "document", "word_count", "length", "positions"]

_POSITION_BITS, _ARTICLE_BITS = np.uint64(25), np.uint64(15)
MAX_ARTICLES = 1 << int(_ARTICLE_BITS)


@dataclass(frozen=True)
class Batch:
    """The words of some articles, as places in `vocabulary`, first those of all titles, then those of all bodies; and
    how many of each article's are its title's and its body's."""

    vocabulary: pl.Series
    codes: np.ndarray
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


def read_words(slices: Iterable[pl.DataFrame]) -> Batch:
    """Split texts (document, title, body; documents without gaps) into words."""
    kind = pl.Categorical(pl.Categories.random())
    parts = [(texts["document"][0], *(_split(texts[name], kind) for name in ("title", "body"))) for texts in slices]
    firsts, titles, bodies = zip(*parts, strict=True)
    codes = pl.concat(words for words, _ in (*titles, *bodies)).to_physical().to_numpy()
    lengths = (np.concatenate([counts for _, counts in field]) for field in (titles, bodies))
    return Batch(kind.categories.to_series(), codes, firsts[0], *lengths)


def make_postings(batch: Batch, word_ids: np.ndarray) -> pa.Table:
    """word_id, document, word_count, length, positions, sorted by word_id and document.

    `word_ids` has the word of each place in the batch's vocabulary.
    """
    known, ranks = np.unique(word_ids, return_inverse=True)
    keys = _sorted_keys(batch, ranks)
    positions = _low_bits(keys, _POSITION_BITS)
    keys = keys >> _POSITION_BITS
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    bounds = np.append(starts, len(keys)).astype(np.int32)
    owners = keys[starts]
    words, articles = owners >> _ARTICLE_BITS, _low_bits(owners, _ARTICLE_BITS)
    in_title = positions < np.repeat(batch.title_lengths.astype(np.int32)[articles], np.diff(bounds))
    counts = np.diff(bounds) + (TITLE_WEIGHT - 1) * np.add.reduceat(in_title, starts, dtype=np.int32)
    return pa.table(
        {
            "word_id": known[words].astype(np.int32),
            "document": articles + np.int32(batch.first_document),
            "word_count": counts,
            "length": batch.word_counts[articles],
            "positions": pa.ListArray.from_arrays(bounds, positions),
        }
    )


def _split(texts: pl.Series, kind: pl.Categorical) -> tuple[pl.Series, np.ndarray]:
    """The words of all texts, and how many each has."""
    words = texts.str.extract_all(WORD)
    return words.explode(empty_as_null=False).cast(kind), words.list.len().cast(pl.Int64).to_numpy()


def _sorted_keys(batch: Batch, ranks: np.ndarray) -> np.ndarray:
    """Word's rank, article's place in the batch, position in the article, in one number each, sorted.

    A body's positions go on behind the title's, with one place left out.
    """
    parts = [_places(batch.title_lengths, 0), _places(batch.body_lengths, batch.title_lengths + 1)]
    places = np.concatenate(parts)
    keys = (ranks[batch.codes].astype(np.uint64) << (_ARTICLE_BITS + _POSITION_BITS)) | places
    return pl.Series(keys).sort().to_numpy()


def _places(lengths: np.ndarray, first: np.ndarray | int) -> np.ndarray:
    """Article and position of each word, when articles have so many words and their positions begin at `first`."""
    articles = np.repeat(np.arange(len(lengths)), lengths)
    positions = np.arange(len(articles)) + np.repeat(first - np.cumsum(lengths) + lengths, lengths)
    return (articles.astype(np.uint64) << _POSITION_BITS) | positions.astype(np.uint64)


def _low_bits(numbers: np.ndarray, bits: np.uint64) -> np.ndarray:
    return (numbers & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int32)
