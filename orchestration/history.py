"""What Dagster remembers of runs. One that was killed with its machine stays "started" there until it is corrected."""

import time
from pathlib import Path

import dagster as dg

from assets.errors import BroadsheetError
from assets.warehouse.lock import HELD, hold_lock

# A run takes the project lock seconds after it has started.
_SECONDS_TO_LOCK = 300

_WAITING = [dg.DagsterRunStatus.QUEUED, dg.DagsterRunStatus.STARTING]
_UNFINISHED = [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING]


def dead_runs(instance: dg.DagsterInstance, *, living: str | None = None) -> list[dg.DagsterRun]:
    """Runs that are recorded as at work. Whoever holds the project lock knows that none is, but `living` (a run id)."""
    found = instance.get_runs(dg.RunsFilter(statuses=_UNFINISHED))
    return [run for run in found if run.run_id != living]


def close_dead_runs(instance: dg.DagsterInstance, *, living: str | None = None) -> int:
    """Record the runs of `dead_runs` as failed, so that no queue waits for them; returns how many there were."""
    runs = dead_runs(instance, living=living)
    for run in runs:
        _close(instance, run)
    return len(runs)


def is_busy(instance: dg.DagsterInstance, lock_file: Path) -> bool:
    """True while a run, of Dagster or of the command line, waits or is at work.

    One that started minutes ago though nobody holds the lock is dead: it is recorded as failed on the way.
    """
    try:
        with hold_lock(lock_file, wait_seconds=0):
            started = instance.get_run_records(dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED]))
            dead = [run for run in started if (run.start_time or 0) < time.time() - _SECONDS_TO_LOCK]
            for run in dead:
                _close(instance, run.dagster_run)
            if len(dead) < len(started):
                return True
    except BroadsheetError as error:
        if error.exit_code == HELD:
            return True
        # There is no warehouse yet, or it cannot be written: no run is at work, and the next one says why if it fails.
    return bool(instance.get_runs(dg.RunsFilter(statuses=_WAITING), limit=1))


def _close(instance: dg.DagsterInstance, run: dg.DagsterRun) -> None:
    instance.report_run_failed(run, "Its process is gone: it was killed. The next run does what it left undone.")
