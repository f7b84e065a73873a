"""The manifest of the raw folder from run to run: what is there, what is gone, what has to be parsed."""

from collections.abc import Collection

import polars as pl

from assets.contract.frames import conform_frame

_KEY = ("path", "file_id")
# A name's suffix, with those of compression around it: all of the name that reading looks at.
_HINT = r"(\.[^./]*(?:\.gz|\.zst)*)$"


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


def files_to_parse(entries: pl.DataFrame, parsed: pl.DataFrame, promises: Collection[str]) -> pl.DataFrame:
    """Entries that are there, one a content, that are not in `parsed` (file_id, name_hint); with their name_hint.

    Of several entries with the same content one whose suffix is in `promises` counts, else one without a suffix, then
    the one that landed first, then the first path: a copy under an unknown name never hides an article.
    A file that was renamed so that it may be read another way is parsed again.
    """
    suffix = pl.col("name_hint").str.extract(r"^(\.[^.]*)").fill_null("")
    there = (
        entries.filter(pl.col("status") == "seen")
        .with_columns(name_hint=pl.col("path").str.strip_chars().str.to_lowercase().str.extract(_HINT).fill_null(""))
        .with_columns(rank=pl.when(suffix.is_in(list(promises))).then(0).when(suffix == "").then(1).otherwise(2))
        .sort("rank", "landed_on", "path")
    )
    best = there.unique("file_id", keep="first", maintain_order=True).drop("rank")
    return best.join(parsed, on=["file_id", "name_hint"], how="anti")


def landing_days(entries: pl.DataFrame, read_records: pl.DataFrame) -> pl.DataFrame:
    """record_id and landed_on: the earliest landing day of a file that holds the record."""
    days = entries.filter(pl.col("file_id").is_not_null()).select("file_id", "landed_on")
    return read_records.join(days, on="file_id").group_by("record_id").agg(pl.col("landed_on").min()).sort("record_id")
