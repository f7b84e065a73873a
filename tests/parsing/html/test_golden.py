"""Whole pages, invented by us, against what a careful reader finds in them.

Tests/golden/html/*.html and .json beside each.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from assets.parsing.html.page import parse_html
from assets.parsing.model import Article, ParsedRecord

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "html"
PAGES = sorted(path.stem for path in GOLDEN.glob("*.html"))


def describe(record: ParsedRecord) -> dict[str, Any]:
    """A record as the golden files write it: articles, teasers, and the roles of all that is not body."""
    return {
        "rejection": record.rejection[0] if record.rejection else None,
        "articles": [_describe_article(article) for article in record.articles],
        "teasers": [[teaser.headline, teaser.url] for teaser in record.teasers],
        "roles": [
            [segment.role, record.text[segment.start : segment.end].strip()[:40]]
            for segment in record.segments
            if segment.role != "body"
        ],
    }


def _describe_article(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "subtitle": article.subtitle,
        "authors": article.authors,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "published": [article.published_precision, article.published_basis],
        "modified_at": article.modified_at.isoformat() if article.modified_at else None,
        "canonical_url": article.canonical_url,
        "site_name": article.site_name,
        "section": article.section,
        "language": article.declared_language,
        "dateline": article.dateline,
        "credits": [[credit.agency, credit.evidence] for credit in article.credits],
        "is_embedded": article.is_embedded,
        "body": article.body.split("\n\n"),
    }


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 10


@pytest.mark.parametrize("name", PAGES)
def test_page_is_read_as_expected(name: str) -> None:
    record = parse_html((GOLDEN / f"{name}.html").read_text(encoding="utf-8"))
    assert describe(record) == json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_segments_cover_the_text(name: str) -> None:
    record = parse_html((GOLDEN / f"{name}.html").read_text(encoding="utf-8"))
    assert "".join(record.text[segment.start : segment.end] for segment in record.segments) == record.text
