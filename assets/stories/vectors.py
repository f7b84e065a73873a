"""Sparse vectors of articles, and similarities of many against many. Whole numbers, so that every sum is exact."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.stories.weights import SCALE

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# Cells of a table of similarities that is filled at a time: it stays near the processor.
BLOCK_CELLS, BLOCK_ROWS = 1_000_000, 8_000
# Terms are looked for in a table of this size (a power of 2) before they are searched for.
_TABLE = 1 << 20


@dataclass(frozen=True)
class Vectors:
    """Rows of sparse vectors: the terms of row i are terms[offsets[i]:offsets[i + 1]], ascending."""

    offsets: Numbers
    terms: Numbers
    weights: Numbers
    are_names: Flags

    def gather(self, rows: Numbers) -> "Entries":
        """Every entry of these rows."""
        positions, entries = expand(self.offsets[rows], self.offsets[rows + 1])
        return Entries(positions, self.terms[entries], self.weights[entries], self.are_names[entries])

    def name_masses(self) -> Numbers:
        """How much of each row's squared length, SCALE squared, its names make up."""
        squares = np.concatenate([[0], np.cumsum(np.square(self.weights) * self.are_names)])
        return squares[self.offsets[1:]] - squares[self.offsets[:-1]]


@dataclass(frozen=True)
class Entries:
    """Position of the row, term, weight and whether it is a name, side by side."""

    positions: Numbers
    terms: Numbers
    weights: Numbers
    are_names: Flags

    def pick(self, places: NDArray) -> "Entries":
        """Some of the entries, by place or flag."""
        return Entries(self.positions[places], self.terms[places], self.weights[places], self.are_names[places])


@dataclass(frozen=True)
class Alike:
    """Pairs of rows, their cosine, and what the names that both have add to it (without the rest)."""

    first: Numbers
    second: Numbers
    cosines: Floats
    by_names: Floats

    def pick(self, flags: NDArray) -> "Alike":
        """Some of the pairs."""
        return Alike(self.first[flags], self.second[flags], self.cosines[flags], self.by_names[flags])


def read_vectors(weights: pl.DataFrame) -> Vectors:
    """Vectors of `weigh_articles`, in the order of its rows."""
    lengths = weights["terms"].list.len().fill_null(0).to_numpy().astype(np.int64)
    filled = weights.select("terms", "weights", "are_names").filter(pl.col("terms").list.len() > 0)
    return Vectors(
        np.concatenate([[0], np.cumsum(lengths)]),
        filled["terms"].explode().to_numpy().astype(np.int64),
        filled["weights"].explode().to_numpy().astype(np.int64),
        filled["are_names"].explode().to_numpy().astype(np.bool_),
    )


def find_similar(vectors: Vectors, some: Numbers, others: Numbers, least: float) -> Alike:
    """Pairs of a row of `some` and one of `others` whose cosine is at least `least`."""
    index = _build_index(vectors.gather(some), len(some))
    step = min(max(BLOCK_CELLS // max(len(some), 1), 1), BLOCK_ROWS)
    blocks = [_score_block(vectors, index, others[at : at + step], least) for at in range(0, len(others), step)]
    empty = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0)
    positions, second, cosines, by_names = map(np.concatenate, zip(empty, *blocks, strict=True))
    return Alike(some[positions], second, cosines, by_names)


@dataclass(frozen=True)
class _Index:
    """Entries of some rows by term: those of terms[i] are entries starts[i] to starts[i + 1]."""

    count: int  # rows
    entries: Entries
    terms: Numbers
    starts: Numbers
    known: Flags  # by the low bits of a term: whether one may be there

    def find(self, terms: Numbers) -> tuple[Numbers, Numbers]:
        """Where the entries of each term start and end."""
        places = np.searchsorted(self.terms, terms)
        places[self.terms[np.minimum(places, len(self.terms) - 1)] != terms] = len(self.terms)
        return self.starts[places], self.starts[np.minimum(places + 1, len(self.terms))]


def _build_index(entries: Entries, count: int) -> _Index:
    entries = entries.pick(np.argsort(entries.terms, kind="stable"))
    edges = np.flatnonzero(np.append(True, entries.terms[1:] != entries.terms[:-1])[: len(entries.terms)])
    known = np.zeros(_TABLE, dtype=np.bool_)
    known[entries.terms & (_TABLE - 1)] = True
    return _Index(count, entries, entries.terms[edges], np.append(edges, len(entries.terms)), known)


def _score_block(
    vectors: Vectors, index: _Index, block: Numbers, least: float
) -> tuple[Numbers, Numbers, Floats, Floats]:
    """Every row of the block against every indexed one, by the terms that they share (an inverted index)."""
    rows = vectors.gather(block)
    rows = rows.pick(np.flatnonzero(index.known[rows.terms & (_TABLE - 1)]))
    entries, found = expand(*index.find(rows.terms))
    cells = rows.positions[entries] * index.count + index.entries.positions[found]
    products = rows.weights[entries] * index.entries.weights[found]
    sums = np.bincount(cells, products, minlength=len(block) * index.count)
    kept = np.flatnonzero(sums >= least * SCALE**2)
    are_names = np.flatnonzero(rows.are_names[entries] | index.entries.are_names[found])
    named = _add_up(cells[are_names], products[are_names], kept, len(sums))
    return kept % index.count, block[kept // index.count], sums[kept] / SCALE**2, named / SCALE**2


def _add_up(cells: Numbers, products: Numbers, kept: Numbers, count: int) -> Floats:
    """Sums of the products by cell, for the `kept` ones of `count` cells."""
    is_kept = np.zeros(count, dtype=np.bool_)
    is_kept[kept] = True
    own = is_kept[cells]
    return np.bincount(np.searchsorted(kept, cells[own]), products[own], minlength=len(kept))


def expand(low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """For ranges low[i] to high[i]: the range's number and the index, for every index in every range."""
    lengths = high - low
    numbers = np.repeat(np.arange(len(lengths)), lengths)
    return numbers, np.arange(len(numbers)) - np.repeat(np.cumsum(lengths) - lengths, lengths) + np.repeat(low, lengths)
