"""Sparse vectors of articles, and similarities of many against many. Whole numbers, so that every sum is exact."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.stories.weights import SCALE

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]

# Cells of a table of similarities that is filled at a time: bounds memory.
BLOCK_CELLS, BLOCK_ROWS = 4_000_000, 8_000
# Terms are looked for in a table of this size (a power of 2) before they are searched for.
_TABLE = 1 << 20


@dataclass(frozen=True)
class Vectors:
    """Rows of sparse vectors: the terms of row i are terms[offsets[i]:offsets[i + 1]], ascending."""

    offsets: Numbers
    terms: Numbers
    weights: Numbers

    def gather(self, rows: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Position within `rows`, term and weight of every entry of these rows."""
        positions, entries = expand(self.offsets[rows], self.offsets[rows + 1])
        return positions, self.terms[entries], self.weights[entries]


def read_vectors(weights: pl.DataFrame) -> Vectors:
    """Vectors of `weigh_articles`, in the order of its rows."""
    lengths = weights["terms"].list.len().fill_null(0).to_numpy().astype(np.int64)
    filled = weights.select("terms", "weights").filter(pl.col("terms").list.len() > 0)
    return Vectors(
        np.concatenate([[0], np.cumsum(lengths)]),
        filled["terms"].explode().to_numpy().astype(np.int64),
        filled["weights"].explode().to_numpy().astype(np.int64),
    )


def find_similar(vectors: Vectors, some: Numbers, others: Numbers, least: float) -> tuple[Numbers, Numbers, Floats]:
    """Pairs of a row of `some` and one of `others` whose cosine is at least `least`: both rows, and the cosine."""
    positions, terms, weights = vectors.gather(some)
    order = np.argsort(terms, kind="stable")
    index = terms[order], positions[order], weights[order]
    step = min(max(BLOCK_CELLS // max(len(some), 1), 1), BLOCK_ROWS)
    blocks = [_score_block(vectors, index, some, others[at : at + step], least) for at in range(0, len(others), step)]
    empty = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)
    first, second, cosines = zip(empty, *blocks, strict=True)
    return np.concatenate(first), np.concatenate(second), np.concatenate(cosines)


def _score_block(
    vectors: Vectors, index: tuple[Numbers, Numbers, Numbers], some: Numbers, block: Numbers, least: float
) -> tuple[Numbers, Numbers, Floats]:
    """Every row of the block against every indexed one, by the terms that they share (an inverted index)."""
    index_terms, index_positions, index_weights = index
    rows, terms, weights = vectors.gather(block)
    known = np.zeros(_TABLE, dtype=np.bool_)
    known[index_terms & (_TABLE - 1)] = True
    shared = known[terms & (_TABLE - 1)]
    rows, terms, weights = rows[shared], terms[shared], weights[shared]
    low, high = (np.searchsorted(index_terms, terms, side=side) for side in ("left", "right"))
    entries, found = expand(low, high)
    cells = rows[entries] * len(some) + index_positions[found]
    sums = np.bincount(cells, weights[entries] * index_weights[found], minlength=len(block) * len(some))
    kept = np.flatnonzero(sums >= least * SCALE**2)
    return some[kept % len(some)], block[kept // len(some)], sums[kept] / SCALE**2


def expand(low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """For ranges low[i] to high[i]: the range's number and the index, for every index in every range."""
    lengths = high - low
    numbers = np.repeat(np.arange(len(lengths)), lengths)
    return numbers, np.arange(len(numbers)) - np.repeat(np.cumsum(lengths) - lengths, lengths) + np.repeat(low, lengths)
