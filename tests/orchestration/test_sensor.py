"""The sensor asks for one run a change, none while one is at work, and again when the folder is as it once was."""

import time

import dagster as dg
import pytest

from assets.warehouse.lock import hold_lock
from orchestration.definitions import defs
from orchestration.sensors import new_raw_files


@pytest.fixture
def raw(tmp_path, monkeypatch):
    """An empty raw folder, and a warehouse folder beside it."""
    for name in ("raw", "warehouse"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(f"BROADSHEET_{name.upper()}_DIR", str(tmp_path / name))
    return tmp_path / "raw"


def look(instance: dg.DagsterInstance, cursor: str | None) -> tuple[str | None, str | None]:
    """The run key that is asked for, and the cursor after it."""
    context = dg.build_sensor_context(instance=instance, cursor=cursor)
    result = new_raw_files(context)
    if isinstance(result, dg.SkipReason):
        return None, cursor
    return result.run_requests[0].run_key, result.cursor


def test_one_run_a_change_also_back_to_what_was_before(raw):
    with dg.instance_for_test() as instance:
        keys, cursor = [], None
        for act in (lambda: (raw / "a.txt").write_text("one"), lambda: (raw / "a.txt").rename(raw / "b.txt")) * 2:
            act()
            key, cursor = look(instance, cursor)
            keys.append(key)
            assert look(instance, cursor) == (None, cursor)
            if (raw / "b.txt").exists():
                (raw / "b.txt").rename(raw / "a.txt")
        assert None not in keys and len(set(keys)) == len(keys)


def test_a_folder_that_is_as_it_once_was_gets_a_key_of_its_own(raw, monkeypatch):
    states = iter(["aa", "bb", "aa", "bb", "aa"])
    monkeypatch.setattr("orchestration.sensors.fingerprint_folder", lambda root: next(states))
    with dg.instance_for_test() as instance:
        keys, cursor = [], None
        for _ in range(5):
            key, cursor = look(instance, cursor)
            keys.append(key)
        assert None not in keys and len(set(keys)) == 5


def test_nothing_is_asked_for_while_a_run_is_at_work_or_waits(raw):
    (raw / "a.txt").write_text("one")
    with dg.instance_for_test() as instance:
        with hold_lock(raw.parent / "warehouse" / ".lock"):
            assert look(instance, None) == (None, None)
        waiting = instance.create_run_for_job(defs.resolve_job_def("refresh"), status=dg.DagsterRunStatus.STARTING)
        assert look(instance, None) == (None, None)
        instance.delete_run(waiting.run_id)
        assert look(instance, None)[0]


def test_a_run_is_asked_for_before_there_is_a_warehouse(raw):
    (raw / "a.txt").write_text("one")
    (raw.parent / "warehouse").rmdir()
    with dg.instance_for_test() as instance:
        assert look(instance, None)[0]


def test_a_run_that_was_killed_does_not_keep_others_waiting(raw, monkeypatch):
    (raw / "a.txt").write_text("one")
    with dg.instance_for_test() as instance:
        killed = instance.create_run_for_job(defs.resolve_job_def("refresh"))
        instance.handle_new_event(_started(killed))
        assert look(instance, None) == (None, None), "it may be about to take the lock"
        later = time.time() + 3600
        monkeypatch.setattr("orchestration.history.time.time", lambda: later)
        assert look(instance, None)[0]
        assert instance.get_run_by_id(killed.run_id).status == dg.DagsterRunStatus.FAILURE


def _started(run: dg.DagsterRun) -> dg.EventLogEntry:
    event = dg.DagsterEvent(dg.DagsterEventType.PIPELINE_START.value, run.job_name)
    return dg.EventLogEntry(
        error_info=None, level=20, user_message="", run_id=run.run_id, timestamp=time.time(), dagster_event=event
    )
