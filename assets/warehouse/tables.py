"""Frames that are recomputed as a whole: one Parquet file a table, rewritten only when it changed."""

from pathlib import Path

import polars as pl

from assets.contract.catalog import find_table
from assets.contract.frames import build_frame, conform_frame
from assets.warehouse.files import UnreadableFileError, count_rows, read_columns_of, read_parquet, write_parquet
from assets.warehouse.soundness import read_kept
from assets.warehouse.workspace import Workspace


def read_table(workspace: Workspace, name: str) -> pl.DataFrame:
    """The stored frame of contract or staging table `name`; empty when nothing was stored yet.

    Columns that another version of the table did not have are null; without a required one nothing counts as stored.
    """
    path = _path(workspace, name)
    if not path.exists():
        return build_frame(name, [])
    stored = read_kept(workspace, path)
    missing = [column for column in find_table(name).columns if column.name not in stored.columns]
    if any(column.is_required for column in missing):
        return build_frame(name, [])
    return conform_frame(name, stored.with_columns(pl.lit(None).alias(column.name) for column in missing))


def glance_table(workspace: Workspace, name: str, rows: int) -> tuple[int, pl.DataFrame]:
    """How many rows the stored frame of table `name` has, and its first ones: the rest is not read.

    Raises DamagedFileError.
    """
    path = _path(workspace, name)
    first = read_kept(workspace, path, first=rows)
    return count_rows(path), first


def table_state(workspace: Workspace, name: str) -> tuple[int, int, int] | None:
    """Something that differs when the stored frame does; None when nothing was stored yet."""
    path = _path(workspace, name)
    if not path.exists():
        return None
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def write_table(workspace: Workspace, name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Store `frame` as table `name` after casting it to the contract; returns what was stored."""
    frame = conform_frame(name, frame)
    path = _path(workspace, name)
    if not _holds(path, frame):
        write_parquet(frame, path)
    return frame


def _holds(path: Path, frame: pl.DataFrame) -> bool:
    if read_columns_of(path) != frame.schema:
        return False
    try:
        return read_parquet(path).equals(frame)
    except UnreadableFileError:
        return False


def _path(workspace: Workspace, name: str) -> Path:
    return workspace.work_dir / "tables" / f"{name}.parquet"
