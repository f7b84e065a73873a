"""What is in the raw folder, compared with the last scan. Bytes are hashed when they may be new, never interpreted."""

import hashlib
import os
import re
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from assets.contract.frames import build_frame
from assets.reading.folder import FolderEntry, open_file, open_root, walk_folder
from assets.reading.limits import DEFAULT
from assets.reading.passed_over import passed_over_reason
from assets.reading.printable import one_line, printable_path

# A file that has not changed for so long is taken to be complete.
SETTLE_SECONDS = 2.0
_DAY = re.compile(rb"\d{4}-\d{2}-\d{2}")
_Row = dict[str, Any]


@dataclass(frozen=True)
class _Known:
    """The last scan, by what is asked of it."""

    by_path: dict[bytes, _Row]
    days: dict[tuple[bytes, str | None], date]
    content_days: dict[str, date]


def scan_folder(
    root: Path, known: pl.DataFrame, *, today: date, now_ns: int, settle_seconds: float = SETTLE_SECONDS
) -> pl.DataFrame:
    """Every entry below `root`: `raw_entries` with status seen or skipped, sorted by path.

    `known` is the frame of the last scan: what has the same size, times and file number keeps its file_id unread. Files
    that changed less than `settle_seconds` before `now_ns` are waited for, once for all of them, and skipped when they
    change meanwhile. Raises FileNotFoundError, NotADirectoryError or PermissionError for a root that cannot be listed.
    """
    last = _index(known)
    with open_root(root) as folder:
        entries = list(walk_folder(folder, lambda name: passed_over_reason(os.fsdecode(name)) is None))
        _wait(entries, last, now_ns, settle_seconds)
        rows = [_describe(folder, entry, last) for entry in entries if entry.path or entry.error]
    for row in rows:
        row["landed_on"] = _landed_on(row, last, today)
    return build_frame("raw_entries", rows)


def _index(known: pl.DataFrame) -> _Known:
    rows = known.to_dicts()
    days: dict[str, date] = {}
    for row in rows:
        if row["file_id"]:
            days[row["file_id"]] = min(row["landed_on"], days.get(row["file_id"], date.max))
    return _Known(
        by_path={row["path_bytes"]: row for row in rows if row["status"] == "seen"},
        days={(row["path_bytes"], row["file_id"]): row["landed_on"] for row in rows},
        content_days=days,
    )


def _wait(entries: list[FolderEntry], last: _Known, now_ns: int, settle_seconds: float) -> None:
    """Sleep until the youngest new file is old enough."""
    settle = int(settle_seconds * 1e9)
    ages = [abs(now_ns - changed) for entry in entries if _is_new(entry, last) for changed in _times(entry)]
    youngest = min(ages, default=settle)
    if youngest < settle:
        time.sleep((settle - youngest) / 1e9)


def _is_new(entry: FolderEntry, last: _Known) -> bool:
    is_file = entry.status is not None and stat.S_ISREG(entry.status.st_mode)
    return is_file and _unchanged_id(entry, last) is None


def _times(entry: FolderEntry) -> Iterator[int]:
    if entry.status:
        yield from (entry.status.st_mtime_ns, entry.status.st_ctime_ns)


def _unchanged_id(entry: FolderEntry, last: _Known) -> str | None:
    """The content id of the last scan, when nothing says that the file changed since."""
    row, status = last.by_path.get(entry.path), entry.status
    if row is None or status is None:
        return None
    before = (row["size_bytes"], row["mtime_ns"], row["ctime_ns"], row["inode"])
    return row["file_id"] if before == _mark(status) else None


def _mark(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, _signed(status.st_ino)


def _signed(number: int) -> int:
    """File numbers may use 64 bits; the table's type has a sign."""
    return number - (1 << 64) if number >= 1 << 63 else number


def _describe(folder: int, entry: FolderEntry, last: _Known) -> _Row:
    row: _Row = {"path": printable_path(entry.path) or ".", "path_bytes": entry.path, "status": "skipped"}
    if entry.status is not None:
        names = ("size_bytes", "mtime_ns", "ctime_ns", "inode")
        row |= dict(zip(names, _mark(entry.status), strict=True))
    refusal = _refuse(entry)
    if refusal:
        return row | {"reason": refusal[0], "detail": one_line(refusal[1])}
    file_id = _unchanged_id(entry, last)
    if file_id:
        return row | {"status": "seen", "file_id": file_id}
    return row | _hash(folder, entry)


def _refuse(entry: FolderEntry) -> tuple[str, str] | None:
    """Why an entry is not read, by its kind, name and size."""
    if entry.status is None:
        return "unreadable", f"the folder cannot be listed: {entry.error}"
    mode, name = entry.status.st_mode, os.fsdecode(entry.path.rpartition(b"/")[2])
    if stat.S_ISLNK(mode):
        return "symlink", "a link; put the file itself into the raw folder"
    if (reason := passed_over_reason(name)) is not None:
        return reason, "passed over by its name"
    if not stat.S_ISREG(mode):
        return "not_regular_file", "a pipe, socket or device, which has no bytes to read"
    if entry.status.st_size > DEFAULT.file_bytes:
        return "too_large", f"{entry.status.st_size:,} bytes; the limit is {DEFAULT.file_bytes:,}: split the file"
    return None


def _hash(folder: int, entry: FolderEntry) -> _Row:
    """Read the bytes once, and only believe them when the file was the same before and after."""
    assert entry.status is not None
    try:
        with open_file(folder, entry.path) as descriptor:
            before = _mark(os.fstat(descriptor))
            file_id = _digest(descriptor)
            after = _mark(os.fstat(descriptor))
    except OSError as error:
        return {"reason": "unreadable", "detail": one_line(f"cannot be read: {error.strerror or error}")}
    if not _mark(entry.status) == before == after:
        return {"reason": "temp_file", "detail": "changed while it was looked at; the next run takes it"}
    return {"status": "seen", "file_id": file_id}


def _digest(descriptor: int) -> str:
    digest = hashlib.sha256()
    while piece := os.read(descriptor, 1 << 20):
        digest.update(piece)
    return digest.hexdigest()


def _landed_on(row: _Row, last: _Known, today: date) -> date:
    """The nearest folder named as a day; else the day this content or this entry was first seen."""
    for part in reversed(row["path_bytes"].split(b"/")[:-1]):
        if _DAY.fullmatch(part) and (day := _day(part)):
            return day
    file_id = row.get("file_id")
    return last.days.get((row["path_bytes"], file_id)) or last.content_days.get(file_id or "") or today


def _day(name: bytes) -> date | None:
    try:
        return date.fromisoformat(name.decode())
    except ValueError:
        return None
