"""Frames that are recomputed as a whole: one Parquet file a table, rewritten only when it changed."""

from pathlib import Path

import polars as pl

from assets.contract.frames import build_frame, conform_frame
from assets.warehouse.files import write_parquet
from assets.warehouse.workspace import Workspace


def read_table(workspace: Workspace, name: str) -> pl.DataFrame:
    """The stored frame of contract or staging table `name`; empty when nothing was stored yet."""
    path = _path(workspace, name)
    return conform_frame(name, pl.read_parquet(path)) if path.exists() else build_frame(name, [])


def write_table(workspace: Workspace, name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Store `frame` as table `name` after casting it to the contract; returns what was stored."""
    frame = conform_frame(name, frame)
    path = _path(workspace, name)
    if not path.exists() or not pl.read_parquet(path).equals(frame):
        write_parquet(frame, path)
    return frame


def _path(workspace: Workspace, name: str) -> Path:
    return workspace.work_dir / "tables" / f"{name}.parquet"
