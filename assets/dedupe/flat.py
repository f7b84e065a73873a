"""Sampled values of many texts, flat: read once, and looked at only where they are wanted."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.dedupe.hashing import sort_unique
from assets.dedupe.packed import Values, unpack
from assets.dedupe.tokens import Flags, Indices

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
            held, texts = self.values, np.repeat(self.texts, np.diff(self.starts))
        else:
            places = np.flatnonzero(pl.Series(self.values).is_in(pl.Series(wanted).implode()).to_numpy())
            held, texts = self.values[places], self.texts[np.searchsorted(self.starts, places, side="right") - 1]
        own = texts >= 0
        codes = sort_unique(held[own].astype(np.uint64) << np.uint64(32) | texts[own].astype(np.uint64))
        values = (codes >> np.uint64(32)).astype(np.uint32)
        # In order they are looked up several times as fast.
        kept = is_in(values, wanted)
        return values[kept], (codes[kept] & np.uint64(0xFFFFFFFF)).astype(np.int64)


def read_sketches(packed: pl.Series, texts: Indices) -> Sketches:
    """A packed column of `fingerprint_articles`; `texts` says which text each row is the oldest article of."""
    return Sketches(*unpack(packed), texts)


def expand_ranges(starts: Indices, lengths: Indices) -> Indices:
    """start, start + 1, ... for every range, one after the other."""
    before = np.cumsum(lengths) - lengths
    return np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)


def is_in(values: NDArray, known: NDArray) -> Flags:
    """Which values are in the sorted array."""
    if not len(known):
        return np.zeros(len(values), dtype=bool)
    return known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
