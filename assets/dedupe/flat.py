"""Fingerprints as flat arrays: the form in which many articles are compared at once."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.dedupe.hashing import U64, WORD_BASE, Hashes, mix, powers
from assets.dedupe.tokens import Flags, Indices


@dataclass(frozen=True)
class Paragraphs:
    """Paragraphs of all articles, in order; `owners` says whose."""

    owners: Indices
    hashes: Hashes
    words: Indices
    grams: Indices  # how many sampled grams begin in it


@dataclass(frozen=True)
class Sketches:
    """Sampled values of all articles, in order; `owners` says whose."""

    owners: Indices
    values: NDArray[np.uint32]

    def select(self, flags: Flags) -> "Sketches":
        """The flagged values."""
        return Sketches(self.owners[flags], self.values[flags])


def flatten_lists(column: pl.Series) -> tuple[Indices, NDArray[Any]]:
    """Row number of each element, and the elements, of a list column."""
    lengths = column.list.len().fill_null(0).to_numpy().astype(np.int64)
    # An empty list explodes to a null.
    values = column.filter(column.list.len() > 0).explode().to_numpy()
    return np.repeat(np.arange(len(lengths)), lengths), values


def read_paragraphs(fingerprints: pl.DataFrame) -> Paragraphs:
    """Paragraph columns of `fingerprint_articles`, flat."""
    owners, hashes = flatten_lists(fingerprints["paragraph_hashes"])
    words = flatten_lists(fingerprints["paragraph_words"])[1].astype(np.int64)
    grams = flatten_lists(fingerprints["paragraph_grams"])[1].astype(np.int64)
    return Paragraphs(owners, hashes.astype(U64), words, grams)


def read_sketches(fingerprints: pl.DataFrame, column: str) -> Sketches:
    """Column `grams` or `sentences` of `fingerprint_articles`, flat."""
    owners, values = flatten_lists(fingerprints[column])
    return Sketches(owners, values.astype(np.uint32))


def count_words(paragraphs: Paragraphs, kept: Flags, count: int) -> Indices:
    """Words of each article in its kept paragraphs."""
    return np.bincount(paragraphs.owners, paragraphs.words * kept, minlength=count).astype(np.int64)


def hash_texts(paragraphs: Paragraphs, kept: Flags, count: int) -> Hashes:
    """Hash of each article's words in its kept paragraphs, wherever the paragraphs break; 0 for no words."""
    words = paragraphs.words * kept
    before = np.cumsum(words) - words
    first = np.searchsorted(paragraphs.owners, np.arange(count))
    shift = before - before[np.minimum(first, len(before) - 1)][paragraphs.owners] if len(before) else before
    terms = paragraphs.hashes * powers(WORD_BASE, int(shift.max(initial=0)) + 1)[shift] * kept
    sums = np.concatenate([np.zeros(1, dtype=U64), np.cumsum(terms, dtype=U64)])
    edges = np.searchsorted(paragraphs.owners, np.arange(count + 1))
    return mix(sums[edges[1:]] - sums[edges[:-1]])


def keep_sketches(sketches: Sketches, paragraphs: Paragraphs, kept: Flags) -> Sketches:
    """Grams that begin in a kept paragraph."""
    return sketches.select(np.repeat(kept, paragraphs.grams))
