"""Step 13: the page a reader opens in the morning, one for each landing day."""

import warnings
from datetime import date

import dagster as dg

from assets.briefing.summary import picture_of_volume, summarize_day
from assets.progress import announce
from assets.table_assets import MARTS
from assets.warehouse.briefing_rows import briefing_rows
from assets.warehouse.query import open_published
from assets.warehouse.workspace import Workspace
from assets.write_briefing import landing_days, write_briefing

# Single-run backfills are beta in Dagster 1.13; were they to go, days would be written one run each.
warnings.filterwarnings("ignore", message=".*backfill_policy.*", category=dg.BetaWarning)

# The day is when a file landed, not when an article was published; today's is there as soon as something landed.
LANDING_DAYS = dg.DailyPartitionsDefinition(start_date="2020-01-01", end_offset=1)


@dg.asset(
    name="briefing",
    deps=["published_warehouse"],
    partitions_def=LANDING_DAYS,
    # However many days are asked for, they are one run: a run takes seconds to start, a page a fraction of one.
    backfill_policy=dg.BackfillPolicy.single_run(),
    group_name=MARTS,
    kinds={"html"},
)
def briefing(context: dg.AssetExecutionContext, workspace: dg.ResourceParam[Workspace]) -> dg.MaterializeResult:
    """One static HTML file per landing day: stories, voices, who was first, who copies whom, what is missing."""
    asked = {date.fromisoformat(key) for key in context.partition_keys}
    days = [day for day in landing_days(workspace) if day in asked]
    announce(f"writing the briefing of {len(days)} of {len(asked)} days")
    paths = [write_briefing(workspace, day) for day in days]
    metadata: dict[str, dg.MetadataValue] = {"pages": dg.MetadataValue.int(len(paths))}
    if days:
        metadata |= {"page": dg.MetadataValue.path(str(paths[-1])), **_glance(workspace, days[-1])}
    return dg.MaterializeResult(metadata=metadata)


def _glance(workspace: Workspace, day: date) -> dict[str, dg.MetadataValue]:
    """The day in a few lines and a small picture, short enough to show without a click."""
    with open_published(workspace) as connection:
        rows = briefing_rows(connection, day)
    return {
        "summary": dg.MetadataValue.md(summarize_day(day, rows)),
        "volume": dg.MetadataValue.md(picture_of_volume(rows)),
    }
