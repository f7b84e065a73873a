"""The graph as users see it: any change to assets, jobs or automation shows here, on purpose."""

import json
import warnings
from pathlib import Path

import dagster as dg

from assets.contract.catalog import load_tables

SNAPSHOT = Path(__file__).with_name("definitions.json")


def graph() -> dict[str, object]:
    """Assets with what they depend on, checks, jobs, schedules and sensors."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        from orchestration.definitions import defs
    nodes = defs.resolve_asset_graph().asset_nodes
    return {
        "assets": {
            n.key.to_user_string(): sorted(k.to_user_string() for k in n.parent_keys)
            for n in sorted(nodes, key=lambda n: n.key)
        },
        "checks": sorted(k.name for k in defs.resolve_asset_graph().asset_check_keys),
        "jobs": sorted(j.name for j in defs.jobs),
        "schedules": {s.name: s.cron_schedule for s in defs.schedules},
        "sensors": sorted(s.name for s in defs.sensors),
    }


def test_the_graph_is_as_written_down():
    found = graph()
    assert found == json.loads(SNAPSHOT.read_text()), "meant? run: python -m tests.test_definitions"


def test_every_published_table_is_an_asset_with_meaning_and_columns():
    from orchestration.definitions import defs

    nodes = {n.key.to_user_string(): n for n in defs.resolve_asset_graph().asset_nodes}
    for name, table in load_tables("tables").items():
        schema = nodes[name].metadata["dagster/column_schema"]
        assert nodes[name].description == table.grain
        assert [c.name for c in schema.columns] == [c.name for c in table.columns]
        assert all(c.description for c in schema.columns)


def test_automation_is_off_until_switched_on():
    from orchestration.definitions import defs

    assert all(s.default_status == dg.DefaultScheduleStatus.STOPPED for s in defs.schedules)
    assert all(s.default_status == dg.DefaultSensorStatus.STOPPED for s in defs.sensors)


if __name__ == "__main__":
    SNAPSHOT.write_text(json.dumps(graph(), indent=1) + "\n")
