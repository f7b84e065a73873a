"""Build frames that follow the contract."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from assets.contract.catalog import find_table


def build_frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Rows (one mapping each, missing columns are null) as a frame of table `name`, sorted by its key."""
    table = find_table(name)
    return _sort(pl.DataFrame(list(rows), schema=table.schema), table.key)


def conform_frame(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with exactly the columns, types and order of table `name`, sorted by its key.

    Columns that the table does not have are dropped. Raises polars ColumnNotFoundError for a missing one and
    InvalidOperationError for a value that the type cannot hold.
    """
    table = find_table(name)
    return _sort(frame.select(pl.col(c.name).cast(c.polars_type) for c in table.columns), table.key)


def _sort(frame: pl.DataFrame, key: tuple[str, ...]) -> pl.DataFrame:
    return frame.sort(key, nulls_last=True, maintain_order=True) if key else frame
