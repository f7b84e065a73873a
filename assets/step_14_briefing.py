"""Step 14: the page a reader opens in the morning, one for each landing day."""

from collections.abc import Iterator
from datetime import date

import dagster as dg

from assets import briefing as briefing_pages
from assets.briefing.summary import picture_of_volume, summarize_day
from assets.progress import announce
from assets.table_assets import MARTS, shown_build
from assets.warehouse.briefing_files import briefing_path
from assets.warehouse.publish import current_build
from assets.warehouse.workspace import Workspace
from assets.write_briefing import landing_days, read_day, write_briefing, write_stale_briefings

# The days on which something landed, as far as a run has seen them: no calendar of empty days, and no clock.
LANDING_DAYS = dg.DynamicPartitionsDefinition(name="landing_day")

# Known to Dagster but not run by it: a partitioned asset that it could run would turn "Materialize all" into a
# question for days (tried in the UI of 1.13). `briefings` and the job `daily_briefing` report what they wrote.
briefing = dg.AssetSpec(
    key="briefing",
    deps=["briefings"],
    description="The HTML page of one landing day: stories, voices, who was first, who copies whom, what is missing.",
    group_name=MARTS,
    kinds={"html"},
    partitions_def=LANDING_DAYS,
)


@dg.asset(name="briefings", deps=["published_warehouse"], group_name=MARTS, kinds={"html"}, output_required=False)
def briefings(
    context: dg.AssetExecutionContext, workspace: dg.ResourceParam[Workspace]
) -> Iterator[dg.MaterializeResult]:
    """The folder briefings/: one HTML page a landing day, written anew when what landed that day changed.

    Not looked at again when all pages are there and were made of the build that readers see.
    """
    build_id = f"{current_build(workspace)} {briefing_pages.VERSION}"
    if shown_build(context, ["briefings"]) == build_id and _all_written(context, workspace):
        return
    announce("writing briefings")
    days = landing_days(workspace)
    context.instance.add_dynamic_partitions("landing_day", [day.isoformat() for day in days])
    written = 0
    for day in write_stale_briefings(workspace):
        context.log_event(_report_page(workspace, day))
        written += 1
    newest = _glance(workspace, days[-1]) if days else {}
    counts = {"pages": len(days), "pages_written": written, "build_id": build_id}
    yield dg.MaterializeResult(metadata={**counts, **newest})


def _all_written(context: dg.AssetExecutionContext, workspace: Workspace) -> bool:
    days = map(date.fromisoformat, context.instance.get_dynamic_partitions("landing_day"))
    return all(briefing_path(workspace, day).exists() for day in days)


@dg.op(name="write_daily_briefing")
def write_daily_briefing(context: dg.OpExecutionContext, workspace: dg.ResourceParam[Workspace]) -> None:
    """Write the page of the landing day that the run is for, whether or not it changed."""
    day = date.fromisoformat(context.partition_key)
    write_briefing(workspace, day)
    context.log_event(_report_page(workspace, day))


def _report_page(workspace: Workspace, day: date) -> dg.AssetMaterialization:
    """What the UI shows of the page of landing day `day`."""
    return dg.AssetMaterialization("briefing", partition=day.isoformat(), metadata=_glance(workspace, day))


def _glance(workspace: Workspace, day: date) -> dict[str, dg.MetadataValue]:
    """The day in a few lines and a small picture, each short enough to show without a click, and where the page is."""
    rows = read_day(workspace.published.resolve(), day)
    return {
        "summary": dg.MetadataValue.md(summarize_day(day, rows)),
        "volume": dg.MetadataValue.md(picture_of_volume(rows)),
        "page": dg.MetadataValue.path(str(briefing_path(workspace, day))),
    }
