"""What can be run: `refresh` works on what is new, `reparse` does landing days over, `daily_briefing` writes pages."""

import dagster as dg

# A briefing belongs to a landing day; everything else is brought up to date as a whole.
BRIEFING = dg.AssetSelection.assets("briefing")
WAREHOUSE = dg.AssetSelection.all() - BRIEFING

refresh = dg.define_asset_job(
    "refresh",
    selection=WAREHOUSE,
    description="Bring the warehouse up to date: only what is new or changed is worked on.",
)

reparse = dg.define_asset_job(
    "reparse",
    selection=WAREHOUSE,
    description="Parse files anew that landed in a range of days, after a rule or the parser changed.",
    config={"ops": {"parse_files": {"config": {"reparse_from": "2026-01-01", "reparse_to": "2026-01-31"}}}},
)

daily_briefing = dg.define_asset_job(
    "daily_briefing",
    selection=BRIEFING,
    description="Write the HTML briefing of a landing day from the published warehouse.",
)
