"""Run when files arrive, when switched on in the UI."""

import dagster as dg

from assets.reading.watch import fingerprint_folder
from assets.warehouse.workspace import open_workspace
from orchestration.history import is_busy
from orchestration.jobs import refresh

CHECK_SECONDS = 30


@dg.sensor(
    name="new_raw_files",
    job=refresh,
    minimum_interval_seconds=CHECK_SECONDS,
    description="Looks at the raw folder every 30 seconds; runs `refresh` when it changed. Off until switched on.",
)
def new_raw_files(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """Ask for a run when names, sizes or times in the raw folder differ from the last look.

    While a run waits or is at work the change is kept for later: a long copy into the folder must not fill the queue.
    The cursor counts the runs that were asked for: a folder that is as it was before it changed is a change, too, and
    Dagster does no run key twice.
    """
    workspace = open_workspace()
    state = fingerprint_folder(workspace.raw_dir)
    asked, _, last = (context.cursor or "").rpartition(":")
    if state == last:
        return dg.SkipReason("Nothing changed in the raw folder.")
    if is_busy(context.instance, workspace.lock_file):
        return dg.SkipReason("The raw folder changed; a run is waiting or at work, so this is looked at again later.")
    number = int(asked or 0) + 1
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=f"{number}-{state}")], cursor=f"{number}:{state}")
