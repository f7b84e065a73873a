"""The one place where Dagster finds everything: assets, jobs, schedule, sensor, resources, executor."""

import dagster as dg

from assets import (
    step_01_files,
    step_02_articles,
    step_03_sources,
    step_05_duplicates,
    step_06_stories,
    step_07_entities,
    step_08_quotes,
    step_09_topics,
    step_10_tables,
    step_11_work_database,
    step_12_publish,
    step_13_marts,
    step_14_briefing,
)
from orchestration.jobs import daily_briefing, refresh, reparse
from orchestration.resources import locked_workspace
from orchestration.schedules import daily_refresh
from orchestration.sensors import new_raw_files

STEPS = [
    step_01_files,
    step_02_articles,
    step_03_sources,
    step_05_duplicates,
    step_06_stories,
    step_07_entities,
    step_08_quotes,
    step_09_topics,
    step_10_tables,
    step_11_work_database,
    step_12_publish,
    step_13_marts,
    step_14_briefing,
]

# One process for all steps: a process a step costs seconds each, and there is one writer anyway (docs/adr/0003).
defs = dg.Definitions(
    assets=dg.load_assets_from_modules(STEPS, include_specs=True),
    jobs=[refresh, reparse, daily_briefing],
    schedules=[daily_refresh],
    sensors=[new_raw_files],
    resources={"workspace": locked_workspace},
    executor=dg.in_process_executor,
)
