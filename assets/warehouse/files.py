"""Small file operations that survive a crash: write aside, flush to disk, rename."""

import os
from pathlib import Path

import polars as pl


def flush_folder(folder: Path) -> None:
    """Make renames inside `folder` durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_file(path: Path) -> None:
    """Make the bytes of `path` durable."""
    with path.open("rb") as handle:
        os.fsync(handle.fileno())


def write_parquet(frame: pl.DataFrame, path: Path) -> None:
    """Write `frame` to `path`, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.aside")
    frame.write_parquet(aside, compression="zstd", statistics=False)
    flush_file(aside)
    aside.replace(path)
    flush_folder(path.parent)
