"""What is written over connections that stay open is what Dagster's own class reads, while the run lasts and after."""

from sqlite3 import dbapi2

import dagster as dg

from orchestration import event_log
from orchestration.event_log import keep_connections


@dg.asset(check_specs=[dg.AssetCheckSpec("holds", asset="thing", blocking=True)])
def thing(context):
    """An asset that looks at its own run as the UI would, over a connection of its own."""
    with dg.DagsterInstance.from_ref(context.instance.get_ref()) as other:
        assert other.get_records_for_run(context.run.run_id, of_type=dg.DagsterEventType.STEP_START).records
    yield dg.MaterializeResult(metadata={"rows": 7})
    yield dg.AssetCheckResult(passed=True, check_name="holds")


def run(instance: dg.DagsterInstance) -> str:
    job = dg.Definitions(assets=[thing], jobs=[dg.define_asset_job("all_of_it")]).resolve_job_def("all_of_it")
    return job.execute_in_process(instance=instance).run_id


def events(instance: dg.DagsterInstance, run_id: str) -> list[str]:
    return [
        record.event_log_entry.dagster_event.event_type_value for record in instance.get_records_for_run(run_id).records
    ]


def test_a_dagster_with_other_private_methods_is_left_alone(monkeypatch):
    monkeypatch.setattr(event_log, "_PRIVATE", (*event_log._PRIVATE, "_renamed"))
    with dg.instance_for_test() as instance, keep_connections(instance):
        assert "_connect" not in vars(instance.event_log_storage)
        assert events(instance, run(instance))


def test_the_same_events_are_kept_with_a_few_connections(monkeypatch):
    opened = []
    connect = dbapi2.connect
    monkeypatch.setattr(dbapi2, "connect", lambda *args, **options: opened.append(args) or connect(*args, **options))
    with dg.instance_for_test() as instance:
        expected = events(instance, run(instance))
        by_dagster = len(opened)
        with keep_connections(instance):
            kept = run(instance)
        in_all = len(opened)
        with dg.DagsterInstance.from_ref(instance.get_ref()) as other:
            assert sorted(events(other, kept)) == sorted(expected)
            shown = other.get_latest_materialization_event(dg.AssetKey("thing"))
        assert shown.run_id == kept and shown.asset_materialization.metadata["rows"].value == 7
        assert "_connect" not in vars(instance.event_log_storage)
        assert 0 < 2 * (in_all - by_dagster) < by_dagster
