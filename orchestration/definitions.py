"""The one place where Dagster finds everything: assets, jobs, schedule, sensor, resources, executor."""

from importlib import import_module
from pathlib import Path

import dagster as dg

from orchestration.jobs import daily_briefing, refresh, reparse
from orchestration.resources import locked_workspace
from orchestration.schedules import daily_refresh
from orchestration.sensors import new_raw_files

# Every step of the data flow is a module assets/step_<number>_<name>.py: a new one is found here by its name.
_FOLDER = Path(__file__).resolve().parents[1] / "assets"
STEPS = [import_module(f"assets.{path.stem}") for path in sorted(_FOLDER.glob("step_*.py"))]

# One process for all steps: a process a step costs seconds each, and there is one writer anyway (docs/adr/0003).
defs = dg.Definitions(
    assets=dg.load_assets_from_modules(STEPS, include_specs=True),
    jobs=[refresh, reparse, daily_briefing],
    schedules=[daily_refresh],
    sensors=[new_raw_files],
    resources={"workspace": locked_workspace},
    executor=dg.in_process_executor,
)
