"""Sampled values of many texts, flat: read once, and looked at only where they are wanted."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.dedupe.hashing import sort_unique
from assets.dedupe.tokens import Flags, Indices

Values = NDArray[np.uint32]
# Bits of the two tables that tell at a glance that a value is not wanted: they stay near the processor. The second one
# is asked with the bits of a product (Knuth's multiplicative hashing), so that the two err independently.
_TABLE_BITS, _FACTOR = 23, np.uint32(2_654_435_769)
# Where one value in so many is wanted, all are looked at at once.
_DENSE = 4


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
        return sort_unique(self.values[expand_ranges(self.starts[own], self.starts[own + 1] - self.starts[own])])

    def find_holders(self, wanted: Values) -> tuple[Values, Indices]:
        """Values and texts of all that hold a wanted value (sorted), by value, then text, each once."""
        if len(wanted) * _DENSE > len(self.values):
            places, texts = slice(None), np.repeat(self.texts, np.diff(self.starts))
            texts[~is_in(self.values, wanted)] = -1
        else:
            places = self._find(wanted)
            texts = self.texts[np.searchsorted(self.starts, places, side="right") - 1]
        own = texts >= 0
        codes = sort_unique(self.values[places][own].astype(np.uint64) << np.uint64(32) | texts[own].astype(np.uint64))
        return (codes >> np.uint64(32)).astype(np.uint32), (codes & np.uint64(0xFFFFFFFF)).astype(np.int64)

    def _find(self, wanted: Values) -> Indices:
        """Places of the wanted values."""
        places = np.flatnonzero(_mark(wanted)[_shorten(self.values)])
        places = places[_mark(wanted * _FACTOR)[_shorten(self.values[places] * _FACTOR)]]
        return places[is_in(self.values[places], wanted)]


def _mark(values: Values) -> Flags:
    table = np.zeros(1 << _TABLE_BITS, dtype=bool)
    table[_shorten(values)] = True
    return table


def _shorten(values: Values) -> Values:
    return values >> np.uint32(32 - _TABLE_BITS)


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
