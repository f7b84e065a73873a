"""What became of each file and record: the tables quarantine, record_files and files."""

import polars as pl

from assets.contract.frames import conform_frame

# A valid container with nothing in it is passed over, not refused.
EMPTY = "empty_container"
# What the scan would have read, if it could: refused, not passed over.
REFUSED_BY_SCAN = ("unreadable", "too_large")


def list_quarantine(
    entries: pl.DataFrame, files: pl.DataFrame, records: pl.DataFrame, rejections: pl.DataFrame
) -> pl.DataFrame:
    """Table `quarantine` from raw_entries, parsed_files, read_records and rejections.

    A file whose bytes the scan could not read has no file_id and is known by its path. A record that stands in two
    files is refused in each of them, so that each file's counts add up.
    """
    days = _first_days(entries)
    refused = records.drop("reason", "detail").join(rejections, on="record_id")
    bad_reading = records.filter(pl.col("reason").is_not_null()).select("file_id", "ordinal", stage=pl.lit("read"))
    from_records = refused.join(bad_reading, on=["file_id", "ordinal"], how="left").with_columns(
        stage=pl.col("stage").fill_null("parse")
    )
    from_files = files.filter(pl.col("reason").is_not_null() & (pl.col("reason") != EMPTY))
    read = pl.concat([from_files, from_records], how="diagonal").join(days, on="file_id")
    unread = entries.filter(_is_refused_by_scan()).with_columns(stage=pl.lit("scan"))
    unread = unread.select("file_id", "path", "stage", "reason", "detail", "landed_on")
    rows = conform_frame("quarantine", pl.concat([read, unread], how="diagonal"))
    return rows.sort("file_id", "path", "byte_start", "record_id", nulls_last=False)


def list_record_files(records: pl.DataFrame) -> pl.DataFrame:
    """Table `record_files` from read_records."""
    return conform_frame("record_files", records)


def list_files(
    entries: pl.DataFrame,
    files: pl.DataFrame,
    record_files: pl.DataFrame,
    quarantine: pl.DataFrame,
    articles: pl.DataFrame,
) -> pl.DataFrame:
    """Table `files` from raw_entries, parsed_files, record_files, quarantine and parsed_articles."""
    per_record = articles.group_by("record_id").len("article_count")
    held = record_files.unique(["file_id", "record_id"])
    article_counts = held.join(per_record, on="record_id").group_by("file_id").agg(pl.col("article_count").sum())
    counted = (
        entries.join(
            files.drop("parser_version", "stage", "sample").rename({"detail": "file_detail", "reason": "file_reason"}),
            on="file_id",
            how="left",
        )
        .join(record_files.group_by("file_id").len("record_count"), on="file_id", how="left")
        .join(article_counts, on="file_id", how="left")
        .join(quarantine.group_by("file_id").agg(_quarantined()), on="file_id", how="left")
        .with_columns(pl.col("quarantine_count").fill_null(_is_refused_by_scan().cast(pl.UInt32)))
        .with_columns(pl.col("record_count", "article_count").fill_null(0))
    )
    return conform_frame(
        "files",
        counted.with_columns(_status(), _why("reason"), pl.coalesce(_why("detail"), "file_detail").alias("detail")),
    )


def _first_days(entries: pl.DataFrame) -> pl.DataFrame:
    return entries.filter(pl.col("file_id").is_not_null()).group_by("file_id").agg(pl.col("landed_on").min())


def _is_refused_by_scan() -> pl.Expr:
    return ((pl.col("status") == "skipped") & pl.col("reason").is_in(REFUSED_BY_SCAN)).fill_null(False)


def _quarantined() -> list[pl.Expr]:
    """Rows of quarantine, and the first one's reason for a file that gave nothing."""
    return [
        pl.len().alias("quarantine_count"),
        pl.col("reason").first().alias("q_reason"),
        pl.col("detail").first().alias("q_detail"),
    ]


def _status() -> pl.Expr:
    refused = pl.when(pl.col("quarantine_count") > 0).then(pl.lit("quarantined")).otherwise(pl.lit("skipped"))
    read = pl.when(pl.col("article_count") > 0).then(pl.lit("parsed")).otherwise(refused)
    unread = pl.when(_is_refused_by_scan()).then(pl.lit("quarantined")).otherwise("status")
    return pl.when(pl.col("status") == "seen").then(read).otherwise(unread).alias("status")


def _why(column: str) -> pl.Expr:
    """The scan's own reason for what was skipped, quarantine's or the reader's for what gave nothing, else null."""
    refused = (pl.col("status") == "seen") & (pl.col("article_count") == 0)
    skipped = pl.when(pl.col("status") == "skipped").then(pl.col(column))
    found = pl.coalesce(f"q_{column}", f"file_{column}")
    return pl.when(refused).then(found).otherwise(skipped).alias(column)
