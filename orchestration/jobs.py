"""What can be run: `refresh` works on what is new, `reparse` does landing days over."""

import dagster as dg

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
