"""Runs beside runs, beside readers, and runs that are told to stop."""

import signal
import time

import duckdb
import pytest

from benchmarks.soak.kills import HALF, check_reader


@pytest.fixture
def at_work(ground):
    """A run that stands still in the middle, holding the lock; ended afterwards."""
    ground.site.restore(HALF)
    run = ground.site.start(BROADSHEET_FAULT="pause=after_story_members")
    wait_for(ground, run)
    yield run
    run.send(signal.SIGKILL)
    run.wait()


def wait_for(ground, run) -> None:
    """Until the run has come to its pause."""
    marker = ground.site.warehouse / ".work" / "tables" / "story_members.parquet"
    before = marker.stat().st_mtime_ns
    deadline = time.monotonic() + 120
    while marker.stat().st_mtime_ns == before:
        assert time.monotonic() < deadline and not run.has_ended(), run.errors()
        time.sleep(0.05)


def test_a_second_run_is_told_who_is_at_work_and_a_reader_is_not_disturbed(ground, at_work):
    second = ground.site.start()
    assert second.wait(60) == 3
    assert f"pid {at_work.process}" in second.errors() and "Traceback" not in second.errors()
    assert check_reader(ground, may_be_nothing=False) == "old"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_told_to_stop_stops(ground, at_work, number, code):
    at_work.send(number)
    assert at_work.wait(60) == code, at_work.errors()
    assert not at_work.left_behind()
    assert "Traceback" not in at_work.errors() and "The run was stopped" in at_work.errors()
    assert check_reader(ground, may_be_nothing=False) == "old"


def test_readers_keep_what_they_opened_and_a_new_reader_sees_the_new_build(ground):
    ground.site.restore(HALF)
    published = str(ground.site.warehouse / "news.duckdb")
    with duckdb.connect(published, read_only=True) as reader:
        cursor = reader.execute("select article_id from articles order by all")
        first = cursor.fetchone()
        count = reader.cursor().execute("select count(*) from articles").fetchone()[0]
        ground.site.finish()
        assert len([first, *cursor.fetchall()]) == count
        assert reader.cursor().execute("select count(*) from articles").fetchone()[0] == count
    assert ground.site.look() == ground.new
