"""The folders of the parsed store: parsed/<landing day>/<number>, one a run and day, and small ones merged.

A merged folder is called after the highest number in it, `000017+` (`000017++` where that name is taken); `members` in
it lists the numbers, and its tables have a column `batch` with the number that a row is from. So merging changes where
rows lie and nothing that is read.

Put here: which folders there are and what is in them. Keep out: tables and their rows (parsed.py), merging (merge.py).
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from assets.warehouse.workspace import Workspace

MEMBERS = "members"
_DAY, _PLAIN, _MERGED = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{6}"), re.compile(r"\d{6}\++")


@dataclass(frozen=True)
class Batch:
    """A folder of the parsed store, when it was made, and the numbers of the batches in it."""

    path: Path
    made_ns: int
    numbers: frozenset[int]
    is_merged: bool

    @property
    def number(self) -> int:
        """The highest number in it."""
        return max(self.numbers)


def store_of(workspace: Workspace) -> Path:
    """The folder of the parsed store."""
    return workspace.work_dir / "parsed"


def find_batches(workspace: Workspace) -> list[Batch]:
    """Every folder whose rows are in no other, in the order in which they were made."""
    found = [batch for batches in batches_by_day(workspace).values() for batch in batches]
    return sorted(found, key=lambda batch: (batch.number, batch.path))


def batches_by_day(workspace: Workspace) -> dict[str, list[Batch]]:
    """The same by landing day, days in order."""
    days = sorted(entry.path for entry in _entries(store_of(workspace)) if _DAY.fullmatch(entry.name))
    found = {Path(day).name: list(_folders(day)) for day in days}
    return {day: [batch for batch in batches if not _is_superseded(batch, batches)] for day, batches in found.items()}


def superseded(workspace: Workspace) -> list[Path]:
    """Folders whose rows are in a merged one, too: a run died before it had removed them."""
    days = (entry.path for entry in _entries(store_of(workspace)) if _DAY.fullmatch(entry.name))
    found = (list(_folders(day)) for day in days)
    return sorted(batch.path for batches in found for batch in batches if _is_superseded(batch, batches))


def _is_superseded(batch: Batch, others: list[Batch]) -> bool:
    return any(other.is_merged and batch.numbers < other.numbers for other in others)


def _folders(day: str) -> Iterator[Batch]:
    for entry in _entries(day):
        made_ns = entry.stat().st_mtime_ns
        if _PLAIN.fullmatch(entry.name):
            yield Batch(Path(entry.path), made_ns, frozenset([int(entry.name)]), is_merged=False)
        elif _MERGED.fullmatch(entry.name):
            yield Batch(Path(entry.path), made_ns, _read_members(entry.path, made_ns), is_merged=True)


@cache
def _read_members(folder: str, _made_ns: int) -> frozenset[int]:
    """The numbers in a merged folder; where the list of them is damaged, those that its tables hold rows of."""
    own = int(Path(folder).name.rstrip("+"))
    try:
        listed = [int(number) for number in (Path(folder) / MEMBERS).read_text(encoding="ascii").split()]
    except (OSError, ValueError):
        listed = []
    is_sound = listed == sorted(set(listed)) and listed[-1:] == [own]
    return frozenset(listed if is_sound else {own, *_numbers_of_rows(folder)})


def _numbers_of_rows(folder: str) -> Iterator[int]:
    for path in Path(folder).glob("*.parquet"):
        # A damaged table is told by whoever reads it: then the whole folder counts as not there.
        with suppress(OSError, pl.exceptions.PolarsError):
            yield from pl.scan_parquet(path).select(pl.col("batch").unique()).collect()["batch"]


def _entries(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except FileNotFoundError:
        return
