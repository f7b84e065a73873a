"""The gold pages, read from ../shared at run time. Scoring is in metrics.py."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "gold" / "extraction"
SETS = ("aeb", "fundus")


@dataclass(slots=True)
class GoldPage:
    html: str
    url: str
    body: str
    title: str | None
    authors: list[str]
    day: str | None
    language: str | None
    site_name: str | None


def read_gold(name: str, every: int = 1, first: int = 0) -> list[GoldPage]:
    """Pages of one set: each `every`-th from `first`; an empty list when the folder is absent."""
    path = FOLDER / name / "gold.jsonl"
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [_read_page(FOLDER / name, row) for row in rows[first::every]]


def _read_page(folder: Path, row: dict) -> GoldPage:
    html = gzip.decompress((folder / row["file"]).read_bytes()).decode("utf-8", "replace")
    return GoldPage(
        html,
        row["url"],
        row["body"],
        row.get("title"),
        row.get("authors") or [],
        utc_day(row["datetime"]) if row.get("datetime") else None,
        row.get("language"),
        row.get("sitename"),
    )


def outlet_half(url: str) -> int:
    """0 or 1, the same for all pages of a host."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return hashlib.blake2b(host.encode(), digest_size=1).digest()[0] % 2


def utc_day(moment: str) -> str:
    """The day in UTC, as the warehouse stores it."""
    at = datetime.fromisoformat(moment)
    day: date = at.astimezone(UTC).date() if at.tzinfo else at.date()
    return day.isoformat()
