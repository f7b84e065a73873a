"""What Dagster remembers of runs. One that was killed with its machine stays "started" there until it is corrected."""

import dagster as dg

_UNFINISHED = [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING]


def dead_runs(instance: dg.DagsterInstance, *, living: str | None = None) -> list[dg.DagsterRun]:
    """Runs that are recorded as at work. Whoever holds the project lock knows that none is, but `living` (a run id)."""
    found = instance.get_runs(dg.RunsFilter(statuses=_UNFINISHED))
    return [run for run in found if run.run_id != living]


def close_dead_runs(instance: dg.DagsterInstance, *, living: str | None = None) -> int:
    """Record the runs of `dead_runs` as failed, so that no queue waits for them; returns how many there were."""
    runs = dead_runs(instance, living=living)
    for run in runs:
        instance.report_run_failed(run, "Its process is gone: it was killed. The next run does what it left undone.")
    return len(runs)
