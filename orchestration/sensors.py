"""Run when files arrive, when switched on in the UI."""

import dagster as dg

from assets.reading.watch import fingerprint_folder
from assets.warehouse.workspace import open_workspace
from orchestration.jobs import refresh

CHECK_SECONDS = 30


@dg.sensor(
    name="new_raw_files",
    job=refresh,
    minimum_interval_seconds=CHECK_SECONDS,
    description="Looks at the raw folder every 30 seconds; runs `refresh` when it changed. Off until switched on.",
)
def new_raw_files(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """Ask for a run when names, sizes or times in the raw folder differ from the last look."""
    state = fingerprint_folder(open_workspace().raw_dir)
    if state == context.cursor:
        return dg.SkipReason("Nothing changed in the raw folder.")
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=state)], cursor=state)
