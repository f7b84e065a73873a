"""Runs of numbered words, compared by their hashes: which run holds all of another one. Keep out: what runs mean.

Hashes are polynomials modulo 2^64 (Karp and Rabin 1987): the hash of any stretch of words is a difference of two sums.
"""

from itertools import pairwise

import numpy as np
import polars as pl
from numpy.typing import NDArray

_BASE = np.uint64(0x9E3779B97F4A7C15)
_CANDIDATES_AT_A_TIME = 1 << 20

Words = NDArray[np.uint64]
Places = NDArray[np.int64]


class Runs:
    """Runs of words one after the other. `sizes` counts the words of each, `names` is a hash of each whole run."""

    def __init__(self, words: pl.Series) -> None:
        flat = words.explode(empty_as_null=False, keep_nulls=False).to_numpy() if len(words) else np.zeros(0)
        self.sizes: Places = words.list.len().cast(pl.Int64).to_numpy()
        self.starts: Places = np.cumsum(self.sizes) - self.sizes
        self._powers: Words = np.cumprod(np.full(len(flat) + 1, _BASE, dtype=np.uint64))
        self._sums: Words = np.concatenate(
            [np.zeros(1, dtype=np.uint64), np.cumsum(flat.astype(np.uint64) * self._powers[: len(flat)])]
        )
        # Shifted to a common power, so that equal runs have equal hashes wherever they stand.
        self.names: Words = self.hash_at(self.starts, self.sizes)

    def hash_at(self, start: Places, size: Places) -> Words:
        """Hashes of the stretches of words that begin there."""
        return (self._sums[start + size] - self._sums[start]) * self._powers[len(self._powers) - 1 - start]

    def positions(self, run: Places, size: int) -> tuple[Places, Places]:
        """Every place where `size` words of a run begin: which run, and where."""
        counts = np.maximum(self.sizes[run] - size + 1, 0)
        owner = np.repeat(run, counts)
        within = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
        return owner, self.starts[owner] + within


def find_contained(runs: Runs, chosen: Places, size: int) -> tuple[Places, Places]:
    """Pairs (outer, inner) of the chosen runs: all words of inner, `size` at least, stand in a row in outer."""
    chosen = chosen[runs.sizes[chosen] >= size]
    owner, at = runs.positions(chosen, size)
    beginnings = runs.hash_at(runs.starts[chosen], np.full(len(chosen), size))
    order = np.argsort(beginnings, kind="stable")
    beginnings, inner = beginnings[order], chosen[order]
    hashes = runs.hash_at(at, np.full(len(at), size))
    may_begin = _likely_in(hashes, beginnings)
    owner, at, hashes = owner[may_begin], at[may_begin], hashes[may_begin]
    low = np.searchsorted(beginnings, hashes, side="left")
    count = np.searchsorted(beginnings, hashes, side="right") - low
    parts = [_check(runs, inner, *part) for part in _in_parts(owner, at, low, count)]
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def _likely_in(values: Words, wanted: Words) -> NDArray[np.bool_]:
    """False only for values that are not in `wanted`: a table of their upper bits is looked up first."""
    shift, table = np.uint64(40), np.zeros(1 << 24, dtype=bool)
    table[(wanted >> shift).astype(np.int64)] = True
    return table[(values >> shift).astype(np.int64)]


def _in_parts(owner: Places, at: Places, low: Places, count: Places) -> list[tuple[Places, Places, Places, Places]]:
    """Cut so that a part has a bounded number of candidates, or is one place."""
    total = np.cumsum(count)
    cuts = np.searchsorted(
        total, np.arange(_CANDIDATES_AT_A_TIME, total[-1] if len(total) else 0, _CANDIDATES_AT_A_TIME)
    )
    bounds = [0, *np.unique(cuts + 1).tolist(), len(owner)]
    return [(owner[a:b], at[a:b], low[a:b], count[a:b]) for a, b in pairwise(bounds)]


def _check(runs: Runs, inner: Places, owner: Places, at: Places, low: Places, count: Places) -> tuple[Places, Places]:
    """The candidates of each place that stand there as a whole."""
    outer, place = np.repeat(owner, count), np.repeat(at, count)
    ranks = np.arange(len(outer)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)
    other = inner[ranks]
    size = runs.sizes[other]
    fits = (outer != other) & (place + size <= runs.starts[outer] + runs.sizes[outer])
    outer, place, other, size = outer[fits], place[fits], other[fits], size[fits]
    same = runs.hash_at(place, size) == runs.names[other]
    return outer[same], other[same]
