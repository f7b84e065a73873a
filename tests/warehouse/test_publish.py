"""Readers see the old build or the new one, and never wait."""

import os
import signal
import subprocess
import sys

import duckdb
import pytest

from assets.contract.catalog import load_tables as contract_tables
from assets.contract.frames import build_frame
from assets.errors import BroadsheetError
from assets.warehouse.load import load_tables
from assets.warehouse.publish import current_build, publish

CHILD = """
import sys
from datetime import date
from pathlib import Path
from assets.warehouse.publish import publish
from assets.warehouse.workspace import Workspace
publish(Workspace(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 11, 16)))
"""


def fill(workspace, *names: str) -> None:
    rows = [{"source_id": n, "name": n, "kind": "publisher", "article_count": 1} for n in names]
    load_tables(workspace, {"sources": build_frame("sources", rows)})


def count(workspace) -> int:
    with duckdb.connect(str(workspace.published), read_only=True) as connection:
        return connection.execute("select count(*) from sources").fetchall()[0][0]


def test_the_same_rows_make_no_new_build(workspace):
    fill(workspace, "a")
    first = publish(workspace)
    assert first.is_new and count(workspace) == 1
    again = publish(workspace)
    assert not again.is_new and again.build_id == first.build_id


def test_a_reader_keeps_what_it_opened_while_a_new_build_is_published(workspace):
    fill(workspace, "a")
    publish(workspace)
    with duckdb.connect(str(workspace.published), read_only=True) as reader:
        cursor = reader.execute("select name from sources")
        fill(workspace, "a", "b")
        assert publish(workspace).is_new
        assert cursor.fetchall() == [("a",)]
        assert reader.execute("select count(*) from sources").fetchall() == [(1,)]
    assert count(workspace) == 2


@pytest.mark.parametrize("point", ["before_build_rename", "before_swap"])
def test_a_kill_during_publish_leaves_the_old_build_and_the_next_run_finishes(workspace, point):
    fill(workspace, "a")
    old = publish(workspace).build_id
    fill(workspace, "a", "b")
    environment = {**os.environ, "BROADSHEET_FAULT": point}
    command = [sys.executable, "-c", CHILD, str(workspace.raw_dir), str(workspace.warehouse_dir)]
    killed = subprocess.run(command, env=environment, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert current_build(workspace) == old and count(workspace) == 1
    assert publish(workspace).is_new and count(workspace) == 2
    assert not list(workspace.builds_dir.glob(".aside*"))


def test_tables_columns_and_builds_are_described_in_the_published_file(workspace):
    fill(workspace, "a")
    build_id = publish(workspace).build_id
    with duckdb.connect(str(workspace.published), read_only=True) as connection:
        bare = "select table_name from duckdb_columns() where comment is null and schema_name = 'main'"
        bare = {row[0] for row in connection.execute(bare).fetchall()}
        assert bare & set(contract_tables("tables")) == set()
        assert connection.execute("select build_id from build").fetchall() == [(build_id,)]


def test_old_builds_are_removed(workspace):
    for n in range(6):
        fill(workspace, *"abcdefgh"[: n + 1])
        publish(workspace)
    assert len(list(workspace.builds_dir.iterdir())) == 3
    assert count(workspace) == 6


def test_a_file_of_the_user_is_not_replaced(workspace):
    fill(workspace, "a")
    workspace.published.write_text("mine")
    with pytest.raises(BroadsheetError, match="not ours"):
        publish(workspace)
    assert workspace.published.read_text() == "mine"
