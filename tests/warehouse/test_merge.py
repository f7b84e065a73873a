"""Merging small batches changes where rows lie and nothing that is read, also when a run dies in the middle."""

from datetime import date, timedelta

import polars as pl
import pytest

from assets.contract.catalog import find_table
from assets.contract.frames import build_frame
from assets.warehouse import merge
from assets.warehouse.batch_tables import TABLES
from assets.warehouse.batches import MEMBERS, _read_members, find_batches, superseded
from assets.warehouse.merge import NEWEST_DAY_KEEPS, merge_batches
from assets.warehouse.parsed import add_batch, read_columns, read_parsed, read_rows

DAY = date(2026, 11, 16)


class Died(Exception):
    pass


def add(workspace, number: int, day: date = DAY) -> None:
    """A batch with a record of its own and one that every batch has, each time with another text."""
    rows = [
        {"record_id": key, "file_id": f"f{key}", "ordinal": 0, "text": f"{key} as batch {number} read it"}
        for key in (f"r{number}", "shared")
    ]
    frames = {name: build_frame(name, []) for name in TABLES}
    frames["records"] = build_frame("records", [fill(row) for row in rows])
    add_batch(workspace, day, frames)


def fill(row: dict) -> dict:
    """The row with something in every column that must not be null."""
    columns = find_table("records").columns
    missing = {c.name: 0 if c.sql_type in ("integer", "bigint") else "x" for c in columns if c.is_required}
    return {**missing, **{key: value for key, value in row.items() if key in {c.name for c in columns}}}


def everything(workspace) -> list:
    """What readers of the store get: whole tables, columns with batch numbers, rows by key."""
    keys = read_columns(workspace, "records", ["record_id"]).sort("record_id")
    rows = read_rows(workspace, "records", keys.select("record_id", "batch"))
    return [read_parsed(workspace, "records")["records"], keys, rows.sort("record_id")]


def same(found: list, expected: list) -> bool:
    return all(one.equals(other) for one, other in zip(found, expected, strict=True))


def test_the_newest_day_is_merged_when_it_has_many_batches_and_reads_as_before(workspace):
    for number in range(NEWEST_DAY_KEEPS):
        add(workspace, number)
    merge_batches(workspace)
    assert len(find_batches(workspace)) == NEWEST_DAY_KEEPS
    add(workspace, NEWEST_DAY_KEEPS)
    before = everything(workspace)
    merge_batches(workspace)
    assert [batch.path.name for batch in find_batches(workspace)] == ["000008+"]
    assert same(everything(workspace), before)
    assert before[0].filter(pl.col("record_id") == "shared")["text"].item() == "shared as batch 8 read it"


def test_a_day_that_is_over_keeps_one_folder_and_numbers_go_on(workspace):
    for number in range(3):
        add(workspace, number)
    add(workspace, 3, DAY + timedelta(days=1))
    add(workspace, 4)
    merge_batches(workspace)
    add(workspace, 5)
    before = everything(workspace)
    merge_batches(workspace)
    assert [batch.path.name for batch in find_batches(workspace)] == ["000003", "000005+"]
    assert same(everything(workspace), before)


def test_large_batches_stay_as_they_are(workspace, monkeypatch):
    monkeypatch.setattr(merge, "SMALL_BYTES", 1)
    for number in range(NEWEST_DAY_KEEPS + 2):
        add(workspace, number)
    merge_batches(workspace)
    assert len(find_batches(workspace)) == NEWEST_DAY_KEEPS + 2


def test_a_run_that_dies_before_the_members_are_removed_loses_and_repeats_nothing(workspace, monkeypatch):
    for number in range(NEWEST_DAY_KEEPS + 1):
        add(workspace, number)
    before = everything(workspace)

    def die(point: str) -> None:
        if point == "after_merge":
            raise Died

    monkeypatch.setattr(merge, "fault_point", die)
    with pytest.raises(Died):
        merge_batches(workspace)
    assert len(superseded(workspace)) == NEWEST_DAY_KEEPS + 1 and same(everything(workspace), before)
    monkeypatch.undo()
    merge_batches(workspace)
    assert superseded(workspace) == [] and same(everything(workspace), before)


def test_a_run_that_dies_while_it_removes_a_merged_folder_leaves_a_store_that_can_be_read(workspace, monkeypatch):
    fill_a_day_twice(workspace)
    before = everything(workspace)
    rmtree = merge.shutil.rmtree

    def die(path, **options) -> None:
        """As far as the first file, which tells what is in the folder."""
        if (path / MEMBERS).exists():
            (path / MEMBERS).unlink()
            raise Died
        rmtree(path, **options)

    with monkeypatch.context() as patch:
        patch.setattr(merge.shutil, "rmtree", die)
        with pytest.raises(Died):
            merge_batches(workspace)
    assert same(everything(workspace), before)
    merge_batches(workspace)
    assert superseded(workspace) == [] and same(everything(workspace), before)


def test_a_merged_folder_and_an_older_batch_are_merged_though_the_name_is_taken(workspace, monkeypatch):
    add(workspace, 0)
    monkeypatch.setattr(merge, "_bytes", lambda batch: 0 if batch.number else merge.SMALL_BYTES)
    for number in range(1, NEWEST_DAY_KEEPS + 2):
        add(workspace, number)
    merge_batches(workspace)
    add(workspace, NEWEST_DAY_KEEPS + 2, DAY + timedelta(days=1))
    before = everything(workspace)
    monkeypatch.undo()
    merge_batches(workspace)
    assert [batch.path.name for batch in find_batches(workspace)] == ["000009++", "000010"]
    assert superseded(workspace) == [] and same(everything(workspace), before)


def fill_a_day_twice(workspace) -> None:
    """A merged folder, and so many batches after it that it is merged again."""
    for number in range(NEWEST_DAY_KEEPS + 1):
        add(workspace, number)
    merge_batches(workspace)
    for number in range(NEWEST_DAY_KEEPS + 1, 2 * NEWEST_DAY_KEEPS + 1):
        add(workspace, number)


@pytest.mark.parametrize("garbled", [b"", b"\x00\xff\x07", b"0 1 2", b"0 1 2 x", b"2 1 0 3", b"1 4"])
def test_a_damaged_list_of_members_is_made_up_from_the_tables(workspace, garbled):
    for number in range(4):
        add(workspace, number)
    add(workspace, 4, DAY + timedelta(days=1))
    merge_batches(workspace)
    before, numbers = everything(workspace), [batch.numbers for batch in find_batches(workspace)]
    (merged,) = [batch.path for batch in find_batches(workspace) if batch.is_merged]
    (merged / MEMBERS).write_bytes(garbled)
    _read_members.cache_clear()
    assert [batch.numbers for batch in find_batches(workspace)] == numbers
    assert same(everything(workspace), before)
