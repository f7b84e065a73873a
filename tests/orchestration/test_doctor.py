"""What `broadsheet doctor` says of damage that a person can do: one line, and what to do about it."""

from datetime import date

import pytest

from assets.contract.frames import build_frame
from assets.warehouse.database import open_work_database
from assets.warehouse.load import load_tables
from assets.warehouse.workspace import Workspace, prepare
from orchestration.commands.doctor import _LOOKS


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    (tmp_path / "raw").mkdir()
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "home"))
    made = Workspace(tmp_path / "raw", tmp_path / "warehouse", date(2026, 11, 16))
    prepare(made)
    return made


def attention(workspace: Workspace) -> list[str]:
    return [text for look in _LOOKS for is_well, text in look(workspace) if not is_well]


def test_a_fresh_warehouse_needs_no_attention(workspace):
    assert attention(workspace) == []


def test_a_file_in_place_of_the_link_is_named(workspace):
    workspace.published.write_bytes(b"something else")
    (said,) = attention(workspace)
    assert str(workspace.published) in said
    assert "move it away, then `broadsheet run`" in said


def test_a_link_to_a_build_that_is_gone_says_how_it_comes_back(workspace):
    workspace.published.symlink_to(".builds/gone/news.duckdb")
    (said,) = attention(workspace)
    assert "`broadsheet run` makes it again" in said


def test_a_folder_in_place_of_the_lock_is_a_line_and_no_traceback(workspace):
    (workspace.warehouse_dir / ".lock").mkdir()
    (said,) = attention(workspace)
    assert said.startswith("Cannot lock the warehouse")
    assert "Move it away" in said


def test_settings_of_dagster_that_cannot_be_read_are_a_line_and_no_traceback(workspace, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "dagster.yaml").write_text("telemetry: [yes")
    (said,) = attention(workspace)
    assert str(tmp_path / "home") in said
    assert "move that folder away" in said


def test_rows_that_are_not_what_the_build_is_named_by(workspace):
    row = {"source_id": "a", "name": "a", "kind": "publisher", "article_count": 1}
    load_tables(workspace, {"sources": build_frame("sources", [row])})
    assert attention(workspace) == []
    with open_work_database(workspace) as connection:
        connection.execute("update sources set name = 'b'")
    (said,) = attention(workspace)
    assert "do not add up" in said and "`broadsheet rebuild`" in said
