"""Relate articles and credits for tests, from a few words each."""

from datetime import date, datetime
from typing import Any

import polars as pl

from assets.contract.bodies import bodies_of
from assets.dedupe.copies import Copies, find_copies
from assets.dedupe.fingerprints import fingerprint_articles
from assets.dedupe.judged import Judged

DAY = date(2026, 11, 16)
_TYPES = {
    "article_id": pl.String, "parent_article_id": pl.String, "is_embedded": pl.Boolean, "source_id": pl.String,
    "canonical_url": pl.String, "title": pl.String, "body": pl.String, "language": pl.String,
    "published_at": pl.Datetime("us"), "published_precision": pl.String, "modified_at": pl.Datetime("us"),
    "word_count": pl.Int32, "landed_on": pl.Date, "content_key": pl.String, "own_key": pl.String,
}  # fmt: skip


def article(article_id: str, body: str, **columns: Any) -> dict[str, Any]:
    """One article: undated, its own page, of an outlet of its own, unless said otherwise."""
    published = columns.get("published_at")
    row = {
        "article_id": article_id, "is_embedded": False, "source_id": f"outlet-{article_id}", "title": None,
        "body": body, "language": "en", "published_precision": "minute" if published else "none",
        "word_count": len(body.split()), "landed_on": DAY, "content_key": "whole", "own_key": "whole",
    }  # fmt: skip
    return row | columns


def articles(*rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=_TYPES)


def credits(*rows: tuple[str, str]) -> pl.DataFrame:
    """agency_credits from (article_id, source_id)."""
    full = [(article_id, source_id, "credit_line", source_id) for article_id, source_id in rows]
    names = ["article_id", "source_id", "evidence", "matched_text"]
    return pl.DataFrame(full, schema=dict.fromkeys(names, pl.String), orient="row")


def at(hour: int, day: int = 16) -> datetime:
    return datetime(2026, 11, day, hour)


def find(frame: pl.DataFrame, credited: pl.DataFrame | None = None, judged: Judged | None = None) -> Copies:
    """Copies among articles whose bodies are their own text."""
    credited = credits() if credited is None else credited
    index, fingerprints = frame.drop("body"), fingerprint_articles(frame)
    return find_copies(index, fingerprints, credited, judged, read_bodies=bodies_of(frame))
