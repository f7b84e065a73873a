"""What can be run: `refresh` works on what is new, `reparse` does landing days over, `daily_briefing` writes pages."""

import dagster as dg

from assets.step_14_briefing import LANDING_DAYS, write_daily_briefing

refresh = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all(),
    description="Bring the warehouse up to date: only what is new or changed is worked on.",
)

reparse = dg.define_asset_job(
    "reparse",
    selection=dg.AssetSelection.all(),
    description="Parse files anew that landed in a range of days, after a rule or the parser changed.",
    config={"ops": {"parse_files": {"config": {"reparse_from": "2026-01-01", "reparse_to": "2026-01-31"}}}},
)


@dg.job(name="daily_briefing", partitions_def=LANDING_DAYS)
def daily_briefing() -> None:
    """Write the HTML briefing of one landing day anew; `refresh` writes those that changed."""
    write_daily_briefing()
