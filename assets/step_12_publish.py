"""Step 12: put the checked warehouse in front of readers, in one instant."""

from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import dagster as dg

from assets.progress import announce, cost_by_step, cost_so_far
from assets.table_assets import WAREHOUSE, runs_all_before, show_rows
from assets.warehouse.figures import count_published
from assets.warehouse.publish import Published, publish
from assets.warehouse.standing import note_results
from assets.warehouse.workspace import Workspace

# A daily run that is late by two hours is worth a look; one that is missing is not to be overlooked.
FRESHNESS = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=36), warn_window=timedelta(hours=26))


class PublishConfig(dg.Config):
    """With `hold`, readers go on seeing the last build, so that one can look at what a re-parse would change."""

    hold: bool = False


@dg.asset(
    name="published_warehouse",
    deps=["work_database"],
    group_name=WAREHOUSE,
    kinds={"duckdb"},
    freshness_policy=FRESHNESS,
)
def published_warehouse(
    context: dg.AssetExecutionContext, config: PublishConfig, workspace: dg.ResourceParam[Workspace]
) -> dg.MaterializeResult:
    """news.duckdb, as readers open it: replaced as a whole, and only when a row changed."""
    announce("publishing")
    if config.hold:
        _note(context, workspace, None)
        return dg.MaterializeResult(metadata={"is_new_build": False, "is_held_back": True})
    previous = workspace.published.resolve() if workspace.published.exists() else None
    published = publish(workspace)
    _note(context, workspace, published.build_id)
    return dg.MaterializeResult(metadata=_describe(workspace, published, previous))


def _note(context: dg.AssetExecutionContext, workspace: Workspace, build_id: str | None) -> None:
    """What a selection of steps leaves is no whole: what it did not look at may be of other code or of older files."""
    if runs_all_before(context):
        note_results(workspace, build_id)


def _describe(workspace: Workspace, published: Published, previous: Path | None) -> dict[str, object]:
    """Numbers, which the UI plots from run to run, and what each step up to here cost."""
    cost = cost_so_far()
    steps = [{"step": step, **asdict(step_cost)} for step, step_cost in cost_by_step()]
    return {
        "build_id": published.build_id,
        "is_new_build": published.is_new,
        "dagster/uri": str(published.path),
        "megabytes": round(published.path.stat().st_size / 1e6, 3),
        **count_published(workspace, previous),
        "seconds": cost.seconds,
        "cpu_seconds": cost.cpu_seconds,
        "peak_megabytes": cost.peak_megabytes,
        "cost_of_steps": show_rows(steps),
    }
