"""Small file operations that survive a crash: write aside, flush to disk, rename; and know their bytes again."""

import errno
import hashlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from assets.errors import BroadsheetError
from assets.warehouse.faults import fault_point

# The checksum of a file's bytes is kept with the file, where its file system has extended attributes.
_CHECKSUM = "user.broadsheet.blake2b"
# What Polars raises for damaged bytes; some damage makes it panic, and a panic is no Exception.
UNREADABLE = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError)
# How libraries say that a disk or a quota is full, or that a file may grow no further.
_NO_ROOM = (os.strerror(errno.ENOSPC), os.strerror(errno.EDQUOT), os.strerror(errno.EFBIG))


class UnreadableFileError(Exception):
    """A file that was written here cannot be read; the message says why."""


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
    """Write `frame` to `path`, whole or not at all. Raises BroadsheetError when it cannot be written."""
    fault_point(f"before_{path.stem}")
    aside = path.with_name(f".{path.name}.aside")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        frame.write_parquet(aside, compression="zstd", statistics=False)
        _note_checksum(aside)
        flush_file(aside)
        aside.replace(path)
        flush_folder(path.parent)
    except (OSError, pl.exceptions.ComputeError) as error:
        aside.unlink(missing_ok=True)
        raise cannot_write(path, error) from error
    fault_point(f"after_{path.stem}")


def read_parquet(
    path: Path, columns: Sequence[str] | None = None, where: pl.Expr | None = None, first: int | None = None
) -> pl.DataFrame:
    """Columns and rows, or the `first` so many, of a file that was written here.

    Raises UnreadableFileError when it is damaged.
    """
    rows = pl.scan_parquet(path)
    try:
        rows = rows if where is None else rows.filter(where)
        rows = rows if first is None else rows.head(first)
        return rows.select(columns or pl.all()).collect()
    except UNREADABLE as error:
        raise UnreadableFileError(str(error).partition("\n")[0] or type(error).__name__) from error


def count_rows(path: Path) -> int:
    """Rows of a file that was written here, as its footer says."""
    return pl.scan_parquet(path).select(pl.len()).collect().item()


def read_columns_of(path: Path) -> pl.Schema | None:
    """Names and types of a file's columns; None when it is not there or damaged."""
    try:
        return pl.Schema(pl.read_parquet_schema(path))
    except UNREADABLE:
        return None


def is_damaged(path: Path) -> bool:
    """True when a Parquet file's bytes are not those that were written, or cannot be read as such."""
    try:
        return os.getxattr(path, _CHECKSUM) != _checksum(path)
    except OSError:
        return not _is_readable(path)


def cannot_write(path: Path, error: Exception) -> BroadsheetError:
    """The error for a user when `path` cannot be written."""
    folder = next(parent for parent in path.parents if parent.exists())
    free = shutil.disk_usage(folder).free
    return BroadsheetError(
        "Cannot write",
        where=str(path),
        why=f"{_reason(error)}, {free:,} bytes free",
        do="Free some space or give write permission, and run again; readers still see the last build.",
    )


def is_out_of_room(error: Exception) -> bool:
    """True when `error`, of whatever library, says that there is no room on the disk."""
    return any(words in str(error) for words in _NO_ROOM)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    found = (words for words in _NO_ROOM if words in str(error))
    return next(found, str(error).partition("\n")[0])


def _note_checksum(path: Path) -> None:
    """Keep the checksum with the file; a file system without extended attributes does without."""
    try:
        os.setxattr(path, _CHECKSUM, _checksum(path))
    except OSError as error:
        if error.errno not in (errno.ENOTSUP, errno.EPERM, errno.ENOSPC):
            raise


def _checksum(path: Path) -> bytes:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, lambda: hashlib.blake2b(digest_size=16)).hexdigest().encode()


def _is_readable(path: Path) -> bool:
    try:
        pl.read_parquet(path)
    except UNREADABLE:
        return False
    return True
