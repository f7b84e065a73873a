"""Only rows that differ are written, and a broken work database is replaced."""

import duckdb
import pytest

from assets.contract.frames import build_frame
from assets.warehouse.database import open_work_database
from assets.warehouse.fingerprint import hash_tables, hash_warehouse, hash_work_database
from assets.warehouse.load import load_tables
from assets.warehouse.owned_rows import own_rows


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


def names_agree(workspace) -> bool:
    """The name by the kept sums is the one by all rows; and there are sums."""
    with open_work_database(workspace) as connection:
        assert connection.execute("select count(*) from loading.sums").fetchall() != [(0,)]
        return hash_work_database(connection) == hash_warehouse(connection)


def test_the_sums_that_name_a_build_follow_the_rows(workspace):
    def teasers(*rows):
        frame = build_frame(
            "teasers", [dict(zip(("record_id", "position", "headline"), row, strict=True)) for row in rows]
        )
        return {"teasers": own_rows(frame, "record_id")}

    for rows in (
        {**sources("a", "b"), **teasers(("r", 0, "One"), ("r", 1, "É"), ("q", 0, "Two \x00 'quoted', {a: 1}"))},
        {**sources("b", "c"), **teasers(("r", 0, "One"), ("q", 0, "Three"))},
        {**sources(), **teasers(("q", 0, "Three"), ("p", 2, "Four"))},
        teasers(),
    ):
        load_tables(workspace, rows)
        assert names_agree(workspace)


def test_a_database_without_sums_or_without_notes_on_its_rows_gets_them(workspace):
    frame = build_frame("teasers", [{"record_id": "r", "position": 0, "headline": "One"}])
    load_tables(workspace, {**sources("a"), "teasers": own_rows(frame, "record_id")})
    for lost in ("drop table loading.sums", "delete from loading.origins"):
        with open_work_database(workspace) as connection:
            connection.execute(lost)
        load_tables(workspace, {**sources("a", "b"), "teasers": own_rows(frame, "record_id")})
        assert names_agree(workspace)


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
