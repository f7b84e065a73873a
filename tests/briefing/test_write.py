"""Pages on disk: written once, written anew when their day changed, never half."""

from datetime import timedelta

import pytest

from assets.errors import BroadsheetError
from assets.warehouse.workspace import Workspace
from assets.write_briefing import landing_days, write_briefing, write_stale_briefings
from tests.briefing.warehouse import MONDAY, TUESDAY, hostile_warehouse


@pytest.fixture
def workspace(tmp_path):
    """A workspace whose published database is the small warehouse."""
    made = Workspace(tmp_path / "raw", tmp_path / "warehouse", TUESDAY)
    made.warehouse_dir.mkdir()
    publish(made, "")
    return made


def publish(workspace: Workspace, change: str) -> None:
    workspace.published.unlink(missing_ok=True)
    connection = hostile_warehouse()
    connection.execute(change or "select 1")
    connection.execute("drop schema marts cascade")
    connection.execute(f"attach '{workspace.published}' as published; copy from database memory to published")


def pages(workspace: Workspace) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((workspace.warehouse_dir / "briefings").iterdir())}


def test_each_landing_day_gets_a_page_and_only_once(workspace):
    assert landing_days(workspace) == [MONDAY, TUESDAY]
    assert list(write_stale_briefings(workspace)) == [MONDAY, TUESDAY]
    first = pages(workspace)
    assert list(first) == ["briefing-2026-11-16.html", "briefing-2026-11-17.html"]
    assert list(write_stale_briefings(workspace)) == []
    write_briefing(workspace, MONDAY)
    assert pages(workspace) == first


def test_what_lands_on_a_day_changes_its_page_and_those_after_it_only(workspace):
    list(write_stale_briefings(workspace))
    publish(workspace, "update articles set source_id = 'alpha' where article_id = 'c'")
    assert list(write_stale_briefings(workspace)) == [TUESDAY]
    publish(workspace, "update articles set duplicate_group_id = 'g' where article_id = 'a'")
    assert list(write_stale_briefings(workspace)) == [MONDAY, TUESDAY]


def test_a_day_on_which_nothing_landed_is_an_error_that_says_which_days_there_are(workspace):
    with pytest.raises(BroadsheetError, match="landing days go from 2026-11-16 to 2026-11-17"):
        write_briefing(workspace, TUESDAY + timedelta(days=1))


def test_a_write_that_dies_leaves_the_old_page(workspace, monkeypatch):
    list(write_stale_briefings(workspace))
    before = pages(workspace)["briefing-2026-11-17.html"]
    monkeypatch.setattr("assets.warehouse.briefing_files.flush_file", _fail)
    publish(workspace, "update articles set source_id = 'alpha' where article_id = 'c'")
    with pytest.raises(OSError):
        write_briefing(workspace, TUESDAY)
    assert pages(workspace)["briefing-2026-11-17.html"] == before


def _fail(_path):
    raise OSError("disk full")
