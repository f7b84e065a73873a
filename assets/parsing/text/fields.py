"""What a file's data block says about its article.

Put here: data block values to fields. Keep out: reading the block (front_matter.py).
"""

from assets.parsing.bylines import split_authors
from assets.parsing.dates import parse_date
from assets.parsing.language import normalize_language
from assets.parsing.model import Article, Candidate
from assets.parsing.text.front_matter import FrontMatter

_SURE = 0.95


def apply_front_matter(article: Article, matter: FrontMatter) -> None:
    """Set the article's fields from the data block; its values win over what the text shows."""
    if title := matter.first("title"):
        _demote(article, "title")
        article.title, article.title_basis = title[:1000], "field"
        _note(article, "title", article.title, "field")
    if site := matter.first("source"):
        _demote(article, "site_name")
        article.site_name = site[:200]
        _note(article, "site_name", article.site_name, "field")
    names = [name for value in matter.values.get("author", []) for name in split_authors(value)]
    if names:
        _demote(article, "authors")
        article.authors = list(dict.fromkeys(names))[:20]
        for name in article.authors:
            _note(article, "authors", name, "field")
    _apply_dates(article, matter)
    article.url = article.url or _address(matter.first("url"))
    article.section = matter.first("section") or article.section
    article.subtitle = article.subtitle or matter.first("subtitle")
    article.dateline = article.dateline or matter.first("dateline")
    article.declared_language = normalize_language(matter.first("language"))


def _apply_dates(article: Article, matter: FrontMatter) -> None:
    value = matter.first("date")
    reading = parse_date(value) if value else None
    if reading is not None and reading.at is not None:
        _demote(article, "published_at")
        article.published_at, article.published_precision = reading.at, reading.precision
        article.published_basis = "meta"
        _note(article, "published_at", reading.text, "field")
    elif value:
        reason = reading.reason if reading else "no date that can be read"
        article.candidates.append(Candidate("published_at", value[:200], "field", 0.0, reason))
    changed = parse_date(matter.first("updated") or "")
    article.modified_at = changed.at if changed and changed.at else article.modified_at


def _address(value: str | None) -> str | None:
    return value[:2048] if value and value.startswith(("http://", "https://")) else None


def _demote(article: Article, field: str) -> None:
    for candidate in article.candidates:
        if candidate.field == field:
            candidate.is_chosen = False


def _note(article: Article, field: str, value: str, basis: str) -> None:
    article.candidates.append(Candidate(field, value, basis, _SURE, "data block of the file", is_chosen=True))
