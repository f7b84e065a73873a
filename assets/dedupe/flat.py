"""Sampled values of many texts, flat: read once, and looked at only where they are wanted."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.dedupe.tokens import Flags, Indices

Values = NDArray[np.uint32]
# Low bits left out of the first, coarse look at whether a value is wanted: the table stays near the processor.
_COARSE_BITS = np.uint32(9)


@dataclass(frozen=True)
class Sketches:
    """Sampled values of all articles, in order; those of articles that are not their text's oldest do not count."""

    values: Values
    starts: Indices  # where each article's begin, and the number of all
    texts: Indices  # the text that an article is the oldest of; -1 for the others

    def sizes(self, count: int) -> Indices:
        """How many values each of `count` texts has."""
        own = self.texts >= 0
        sizes = np.zeros(count, dtype=np.int64)
        sizes[self.texts[own]] = np.diff(self.starts)[own]
        return sizes

    def values_of(self, texts: Flags) -> Values:
        """The different values of the flagged texts, sorted."""
        own = np.flatnonzero((self.texts >= 0) & texts[self.texts])
        return np.unique(self.values[expand_ranges(self.starts[own], self.starts[own + 1] - self.starts[own])])

    def find_holders(self, wanted: Values) -> tuple[Values, Indices]:
        """Values and texts of all that hold a wanted value (sorted), by value, then text, each once."""
        table = np.zeros(1 << (32 - int(_COARSE_BITS)), dtype=bool)
        table[wanted >> _COARSE_BITS] = True
        places = np.flatnonzero(table[self.values >> _COARSE_BITS])
        places = places[is_in(self.values[places], wanted)]
        texts = self.texts[np.searchsorted(self.starts, places, side="right") - 1]
        codes = self.values[places][texts >= 0].astype(np.uint64) << np.uint64(32) | texts[texts >= 0].astype(np.uint64)
        codes.sort()
        codes = codes[np.concatenate([[True], codes[1:] != codes[:-1]])[: len(codes)]]
        return (codes >> np.uint64(32)).astype(np.uint32), (codes & np.uint64(0xFFFFFFFF)).astype(np.int64)


def read_sketches(lists: pl.Series, texts: Indices) -> Sketches:
    """A list column of `fingerprint_articles`, flat; `texts` says which text each row is the oldest article of."""
    lengths = lists.list.len().fill_null(0).to_numpy().astype(np.int64)
    values = lists.explode(empty_as_null=False, keep_nulls=False).to_numpy()
    return Sketches(values, np.concatenate([[0], np.cumsum(lengths)]), texts)


def expand_ranges(starts: Indices, lengths: Indices) -> Indices:
    """start, start + 1, ... for every range, one after the other."""
    before = np.cumsum(lengths) - lengths
    return np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)


def is_in(values: NDArray, known: NDArray) -> Flags:
    """Which values are in the sorted array."""
    if not len(known):
        return np.zeros(len(values), dtype=bool)
    return known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
