"""Sparse vectors of many articles: similarities of a few against many. Whole numbers, so that every sum is exact."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.stories.weights import SCALE

Numbers = NDArray[np.int64]


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

    def add_up(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """Terms, ascending, and weights of the sum of these rows."""
        _, terms, weights = self.gather(rows)
        distinct, inverse = np.unique(terms, return_inverse=True)
        return distinct, np.bincount(inverse, weights, minlength=len(distinct)).astype(np.int64)


@dataclass(frozen=True)
class Index:
    """Entries of some rows by term. `rows` are positions in the list of rows that was indexed."""

    count: int
    terms: Numbers
    rows: Numbers
    weights: Numbers

    def score(self, terms: Numbers, weights: Numbers) -> Numbers:
        """Product of a vector with every indexed row; SCALE squared means the same direction for single articles."""
        low = np.searchsorted(self.terms, terms)
        positions, entries = expand(low, np.searchsorted(self.terms, terms, side="right"))
        products = weights[positions] * self.weights[entries]
        return np.bincount(self.rows[entries], products, minlength=self.count).astype(np.int64)


def read_vectors(weights: pl.DataFrame) -> Vectors:
    """Vectors of `weigh_articles`, in the order of its rows."""
    lengths = weights["terms"].list.len().to_numpy().astype(np.int64)
    filled = weights.filter(pl.col("terms").list.len() > 0)
    return Vectors(
        np.concatenate([[0], np.cumsum(lengths)]),
        filled["terms"].explode().to_numpy().astype(np.int64),
        filled["weights"].explode().to_numpy().astype(np.int64),
    )


def index_rows(vectors: Vectors, rows: Numbers) -> Index:
    """Index these rows for scoring."""
    positions, terms, weights = vectors.gather(rows)
    order = np.argsort(terms, kind="stable")
    return Index(len(rows), terms[order], positions[order], weights[order])


def expand(low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """For ranges low[i] to high[i]: the range's number and the index, for every index in every range."""
    lengths = high - low
    numbers = np.repeat(np.arange(len(lengths)), lengths)
    return numbers, np.arange(len(numbers)) - np.repeat(np.cumsum(lengths) - lengths, lengths) + np.repeat(low, lengths)


def mean_similarity(products: Numbers | float, pairs: Numbers | int) -> NDArray[np.float64]:
    """Mean cosine from a sum of products over that many pairs."""
    return np.asarray(products, dtype=np.float64) / (float(SCALE) ** 2 * np.maximum(pairs, 1))
