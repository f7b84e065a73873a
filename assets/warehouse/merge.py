"""Merge small batches of the parsed store, so that a run opens few files however many runs there were before.

A landing day that is over keeps one folder for all its small batches, the newest day some. The merged folder is written
aside and renamed, and only then are its members removed: a crash in between leaves both, and readers pass over the
members (batches.py).
"""

import shutil
from pathlib import Path

import polars as pl

from assets.contract.catalog import find_table
from assets.warehouse.batch_tables import TABLES, is_of_this_version, note_contract
from assets.warehouse.batches import MEMBERS, Batch, batches_by_day, store_of, superseded
from assets.warehouse.faults import fault_point
from assets.warehouse.files import flush_file, flush_folder, write_parquet
from assets.warehouse.parsed import read_batch
from assets.warehouse.workspace import Workspace

# Larger batches stay as they are: what is read of them costs more than opening them.
SMALL_BYTES = 8 * 1024 * 1024
NEWEST_DAY_KEEPS, DAY_KEEPS = 8, 1


def merge_batches(workspace: Workspace) -> None:
    """Merge the small batches of every landing day that has too many. Only for the holder of the lock."""
    for path in superseded(workspace):
        _remove(workspace, path)
    by_day = batches_by_day(workspace)
    for day, batches in by_day.items():
        small = [batch for batch in batches if is_of_this_version(batch) and _bytes(batch) < SMALL_BYTES]
        if len(small) > (NEWEST_DAY_KEEPS if day == max(by_day) else DAY_KEEPS):
            _merge(workspace, day, sorted(small, key=lambda batch: batch.number))


def _merge(workspace: Workspace, day: str, batches: list[Batch]) -> None:
    folder, aside = store_of(workspace) / day, _clear_aside(workspace)
    for name in TABLES:
        rows = pl.concat(read_batch(workspace, batch, name) for batch in batches)
        write_parquet(rows.sort("batch", *find_table(name).key), aside / f"{name}.parquet")
    members = sorted(number for batch in batches for number in batch.numbers)
    (aside / MEMBERS).write_text(" ".join(map(str, members)), encoding="ascii")
    flush_file(aside / MEMBERS)
    note_contract(aside)
    target = folder / f"{members[-1]:06}+"
    while target.exists():
        target = target.with_name(f"{target.name}+")
    aside.replace(target)
    flush_folder(folder)
    fault_point("after_merge")
    for batch in batches:
        _remove(workspace, batch.path)


def _remove(workspace: Workspace, folder: Path) -> None:
    """Out of the way as a whole first: what a crash left of a merged folder could not be told from one."""
    aside = _clear_aside(workspace)
    folder.replace(aside)
    shutil.rmtree(aside)


def _clear_aside(workspace: Workspace) -> Path:
    aside = store_of(workspace) / ".aside"
    shutil.rmtree(aside, ignore_errors=True)
    return aside


def _bytes(batch: Batch) -> int:
    return sum(path.stat().st_size for path in batch.path.iterdir())
