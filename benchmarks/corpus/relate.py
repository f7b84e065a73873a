"""Labelled texts of any shape as relate articles (docs/architecture.md)."""

from datetime import date

import polars as pl

LANDED_ON = date(2026, 11, 23)
NO_CREDITS = pl.DataFrame(schema=dict.fromkeys(["article_id", "source_id", "evidence", "matched_text"], pl.String))
_EMPTY = {
    "parent_article_id": pl.String, "source_id": pl.String, "canonical_url": pl.String, "title": pl.String,
    "language": pl.String, "published_at": pl.Datetime("us"), "modified_at": pl.Datetime("us"),
}  # fmt: skip


def relate_frame(rows: pl.DataFrame, **columns: str | pl.Expr) -> pl.DataFrame:
    """Relate articles from columns or expressions of `rows`; at least article_id and body. The rest is unknown."""
    given = {name: pl.col(value) if isinstance(value, str) else value for name, value in columns.items()}
    unknown = {name: pl.lit(None, dtype=kind) for name, kind in _EMPTY.items() if name not in given}
    frame = rows.select(**given, **unknown, is_embedded=False, landed_on=pl.lit(LANDED_ON))
    dated = pl.col("published_at").is_not_null()
    return frame.with_columns(
        published_precision=pl.when(dated).then(pl.lit("day")).otherwise(pl.lit("none")),
        word_count=pl.col("body").str.count_matches(r"\S+").cast(pl.Int32),
    ).sort("article_id")


def alone(articles: pl.DataFrame) -> pl.DataFrame:
    """article_copies that say that no article is a copy."""
    return articles.select(
        "article_id", duplicate_group_id=pl.lit(None, dtype=pl.String), is_canonical=pl.lit(True),
        version_number=pl.lit(1), is_latest_version=pl.lit(True),
    )  # fmt: skip
