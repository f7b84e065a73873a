"""Sampled values of many articles as flat arrays: the form in which they are compared at once."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.dedupe.tokens import Flags, Indices


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


def read_sketches(fingerprints: pl.DataFrame, column: str) -> Sketches:
    """Column `grams` or `sentences` of `fingerprint_articles`, flat."""
    owners, values = flatten_lists(fingerprints[column])
    return Sketches(owners, values.astype(np.uint32))
