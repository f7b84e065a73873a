"""Runs that were killed do not stay "started" for ever."""

import dagster as dg

from orchestration.history import close_dead_runs, dead_runs


@dg.op
def _nothing() -> None:
    pass


@dg.job
def _job() -> None:
    _nothing()


def started(instance: dg.DagsterInstance) -> str:
    run = instance.create_run_for_job(_job)
    instance.report_engine_event("started", run)
    instance.report_dagster_event(
        dg.DagsterEvent(event_type_value="PIPELINE_START", job_name=run.job_name, message="started"), run.run_id
    )
    return run.run_id


def test_a_run_that_was_killed_is_recorded_as_failed_and_the_living_one_goes_on():
    with dg.DagsterInstance.ephemeral() as instance:
        killed, living = started(instance), started(instance)
        assert {run.run_id for run in dead_runs(instance)} == {killed, living}
        assert close_dead_runs(instance, living=living) == 1
        assert instance.get_run_by_id(killed).status == dg.DagsterRunStatus.FAILURE
        assert instance.get_run_by_id(living).status == dg.DagsterRunStatus.STARTED
        assert close_dead_runs(instance, living=living) == 0
