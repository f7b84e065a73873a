"""Only rows that differ are written, and a broken work database is replaced."""

import duckdb
import pytest

from assets.contract.frames import build_frame
from assets.warehouse.database import open_work_database
from assets.warehouse.fingerprint import hash_tables
from assets.warehouse.load import load_tables


def sources(*names: str):
    rows = [{"source_id": n, "name": n, "kind": "publisher", "article_count": 1} for n in names]
    return {"sources": build_frame("sources", rows)}


def hashes(workspace):
    with open_work_database(workspace) as connection:
        return hash_tables(connection)


def test_a_second_load_changes_nothing(workspace):
    assert load_tables(workspace, sources("a", "b")) == {"sources": 2}
    assert load_tables(workspace, sources("a", "b")) == {"sources": 0}


def test_only_differences_are_written_and_the_result_is_that_of_a_fresh_load(workspace):
    load_tables(workspace, sources("a", "b"))
    assert load_tables(workspace, sources("b", "c")) == {"sources": 2}
    grown = hashes(workspace)
    workspace.work_database.unlink()
    load_tables(workspace, sources("c", "b"))
    assert hashes(workspace) == grown


def test_null_keys_are_the_same_key(workspace):
    file = {"path": "link", "landed_on": workspace.today, "status": "skipped", "reason": "symlink"}
    counts = {"record_count": 0, "article_count": 0, "quarantine_count": 0}
    frame = {"files": build_frame("files", [{**file, **counts}])}
    load_tables(workspace, frame)
    assert load_tables(workspace, frame) == {"files": 0}


def test_a_value_outside_the_closed_list_stops_the_load(workspace):
    load_tables(workspace, sources("a"))
    before = hashes(workspace)
    bad = {"sources": build_frame("sources", [{"source_id": "x", "name": "x", "kind": "blog", "article_count": 0}])}
    with pytest.raises(duckdb.ConstraintException):
        load_tables(workspace, bad)
    assert hashes(workspace) == before


def test_a_corrupt_database_is_set_aside_and_made_again(workspace):
    load_tables(workspace, sources("a"))
    before = hashes(workspace)
    workspace.work_database.write_bytes(b"not a database at all" * 1000)
    with pytest.warns(UserWarning, match="set aside"):
        load_tables(workspace, sources("a"))
    assert hashes(workspace) == before
    assert list((workspace.work_dir / "broken").iterdir())
