"""The manifest of the raw folder from run to run: what is there, what is gone."""

import polars as pl

from assets.contract.frames import conform_frame

_KEY = ("path", "file_id")


def merge_scan(known: pl.DataFrame, scan: pl.DataFrame) -> pl.DataFrame:
    """Entries of this scan, and those known before whose content is no longer there, as 'gone'.

    In and out: `raw_entries`. What was never read (links, temporary files) is forgotten when it goes.
    """
    seen = conform_frame("raw_entries", scan)
    gone = (
        known.filter(pl.col("file_id").is_not_null() & (pl.col("status") != "skipped"))
        .join(seen.filter(pl.col("file_id").is_not_null()), on=_KEY, how="anti")
        .with_columns(status=pl.lit("gone"), reason=pl.lit(None, pl.String), detail=pl.lit(None, pl.String))
    )
    return conform_frame("raw_entries", pl.concat([seen, conform_frame("raw_entries", gone)]))


def files_to_parse(entries: pl.DataFrame, parsed: pl.DataFrame) -> pl.DataFrame:
    """Entries that are there and whose content is not in `parsed` (file_id), one entry a content.

    Of several entries with the same content the one that landed first counts, then the first path.
    """
    there = entries.filter(pl.col("status") == "seen").sort("landed_on", "path")
    return there.unique("file_id", keep="first", maintain_order=True).join(parsed, on="file_id", how="anti")


def landing_days(entries: pl.DataFrame, read_records: pl.DataFrame) -> pl.DataFrame:
    """record_id and landed_on: the earliest landing day of a file that holds the record."""
    days = entries.filter(pl.col("file_id").is_not_null()).select("file_id", "landed_on")
    return read_records.join(days, on="file_id").group_by("record_id").agg(pl.col("landed_on").min()).sort("record_id")
