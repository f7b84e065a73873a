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
    description="Parse files anew that landed in a range of days, after a rule or the parser changed. Give the days: "
    "the arrow beside Materialize all, Open launchpad.",
    # No days of our own: a run without the user's would say nothing and do nothing. This one fails and says why.
    config={"ops": {"parse_files": {"config": {"reparse_from": "YYYY-MM-DD", "reparse_to": "YYYY-MM-DD"}}}},
)


@dg.job(name="daily_briefing", partitions_def=LANDING_DAYS)
def daily_briefing() -> None:
    """Write the HTML briefing of one landing day anew; `refresh` writes those that changed."""
    write_daily_briefing()
