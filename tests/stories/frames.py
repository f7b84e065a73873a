"""Relate articles and article_copies for tests."""

import hashlib
from datetime import date, datetime
from typing import Any

import polars as pl

DAY = date(2026, 11, 16)
_TYPES = {
    "article_id": pl.String, "source_id": pl.String, "title": pl.String, "body": pl.String, "language": pl.String,
    "published_at": pl.Datetime("us"), "published_precision": pl.String, "word_count": pl.Int32, "landed_on": pl.Date,
    "own_key": pl.String,
}  # fmt: skip


def article(article_id: str, body: str, **columns: Any) -> dict[str, Any]:
    """One article, undated unless said otherwise."""
    row = {
        "article_id": article_id, "source_id": f"outlet-{article_id}", "title": f"Title {article_id}", "body": body,
        "language": "en", "published_precision": "day" if columns.get("published_at") else "none",
        "word_count": len(body.split()), "landed_on": DAY,
    }  # fmt: skip
    told = row | columns
    return told | {"own_key": hashlib.blake2b(repr([told["title"], body]).encode()).hexdigest()[:32]}


def articles(*rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=_TYPES)


def on(day: int, month: int = 11) -> datetime:
    return datetime(2026, month, day)


def copies(frame: pl.DataFrame, **canonical: str) -> pl.DataFrame:
    """article_copies; `canonical` names the canonical article of each copy."""
    groups = {**canonical, **{leader: leader for leader in canonical.values()}}
    ids = frame["article_id"].to_list()
    return pl.DataFrame(
        {
            "article_id": ids,
            "duplicate_group_id": [groups.get(article_id) for article_id in ids],
            "is_canonical": [article_id not in canonical for article_id in ids],
            "version_number": [1] * len(ids),
            "is_latest_version": [True] * len(ids),
        },
        schema_overrides={"article_id": pl.String, "duplicate_group_id": pl.String},
    )
