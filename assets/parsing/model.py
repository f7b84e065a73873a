"""What the parsers of all formats hand over: one record's text, its segments, and the articles found in it.

Offsets count Unicode code points of `ParsedRecord.text`. Ids are given later (records.py): here articles are positions.
"""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Segment:
    """A stretch of the record's text; `article` is the position of the article it belongs to, or None."""

    start: int
    end: int
    role: str
    reason: str
    article: int | None = None


@dataclass(slots=True)
class Candidate:
    """A value that was considered for a field of an article."""

    field: str
    value: str
    basis: str
    confidence: float
    reason: str
    is_chosen: bool = False


@dataclass(slots=True)
class Credit:
    """An agency that the article names as its origin; evidence is credit_line, dateline or attribution."""

    agency: str
    evidence: str
    matched_text: str


@dataclass(slots=True)
class Change:
    """What was cleaned in a field, and why."""

    field: str
    change: str
    reason: str


@dataclass(slots=True)
class Teaser:
    """A headline that the page promotes without giving the article."""

    headline: str
    blurb: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Article:
    """One article of a record. `published_at` and `modified_at` are naive UTC."""

    body: str
    is_embedded: bool = False
    title: str | None = None
    title_basis: str = "none"
    subtitle: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    site_name: str | None = None
    domain: str | None = None
    authors: list[str] = field(default_factory=list)
    section: str | None = None
    declared_language: str | None = None
    dateline: str | None = None
    published_at: datetime | None = None
    published_precision: str = "none"
    published_basis: str = "none"
    modified_at: datetime | None = None
    extraction_confidence: float = 0.0
    credits: list[Credit] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


@dataclass(slots=True)
class ParsedRecord:
    """One record, parsed. `rejection` is (reason, detail) when it gave no article; segments cover its text anyway."""

    text: str
    segments: list[Segment] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    teasers: list[Teaser] = field(default_factory=list)
    rejection: tuple[str, str] | None = None
