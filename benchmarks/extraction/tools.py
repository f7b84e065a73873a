"""The tools that are compared: ours and the peers that are installed.

Each gives a page's fields, or None where it has none.
"""

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assets.parsing.model import Article


@dataclass(slots=True)
class Found:
    """What a tool found; `signed` are the authors with the agencies that stand beside people in the same byline."""

    body: str = ""
    subtitle: str | None = None
    title: str | None = None
    authors: list[str] | None = None
    signed: list[str] | None = None
    day: date | None = None
    language: str | None = None
    site_name: str | None = None


@dataclass(slots=True)
class Tool:
    name: str
    extract: Callable[[str, str], Found]
    has_metadata: bool = True
    failures: list[str] = field(default_factory=list)


def _ours() -> Tool:
    from assets.parsing.html.page import parse_html
    from assets.parsing.preload import preload

    preload()

    def extract(html: str, url: str) -> Found:
        record = parse_html(html, url=url)
        if not record.articles:
            return Found()
        article = record.articles[0]
        day = article.published_at.date() if article.published_at else None
        return Found(
            body=article.body,
            subtitle=article.subtitle,
            title=article.title,
            authors=article.authors,
            signed=_signed(article),
            day=day,
            language=article.declared_language,
            site_name=article.site_name,
        )

    return Tool("broadsheet", extract)


def _signed(article: "Article") -> list[str]:
    """All names of the place that the authors were taken from."""
    names = [candidate for candidate in article.candidates if candidate.field == "authors"]
    places = {(candidate.basis, candidate.reason) for candidate in names if candidate.is_chosen}
    return [candidate.value for candidate in names if (candidate.basis, candidate.reason) in places]


def _trafilatura(name: str, **options: bool) -> Tool:
    import trafilatura

    def extract(html: str, url: str) -> Found:
        found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False, **options)
        if found is None:
            return Found()
        authors = [part.strip() for part in (found.author or "").split(";") if part.strip()]
        day = date.fromisoformat(found.date) if found.date else None
        return Found(
            body=found.text or "",
            title=found.title,
            authors=authors,
            day=day,
            language=found.language,
            site_name=found.sitename,
        )

    return Tool(name, extract)


def _resiliparse() -> Tool:
    from resiliparse.extract.html2text import extract_plain_text

    def extract(html: str, url: str) -> Found:
        return Found(extract_plain_text(html, main_content=True, alt_texts=False, list_bullets=False))

    return Tool("resiliparse main_content", extract, has_metadata=False)


def _readability() -> Tool:
    import html_text
    from readability import Document

    def extract(html: str, url: str) -> Found:
        document = Document(html)
        return Found(html_text.extract_text(document.summary(html_partial=True)), title=document.short_title())

    return Tool("readability-lxml", extract, has_metadata=False)


def _newspaper() -> Tool:
    import newspaper

    def extract(html: str, url: str) -> Found:
        article = newspaper.article(url, input_html=html, fetch_images=False)
        day = article.publish_date.date() if article.publish_date else None
        return Found(
            body=article.text,
            title=article.title,
            authors=list(article.authors),
            day=day,
            language=article.meta_lang,
            site_name=article.meta_site_name,
        )

    return Tool("newspaper4k", extract)


_PEERS: tuple[tuple[str, Callable[[], list[Tool]]], ...] = (
    (
        "trafilatura",
        lambda: [
            _trafilatura("trafilatura"),
            _trafilatura("trafilatura fast", fast=True),
            _trafilatura("trafilatura favor_precision", favor_precision=True),
        ],
    ),
    ("resiliparse", lambda: [_resiliparse()]),
    ("readability", lambda: [_readability()]),
    ("newspaper", lambda: [_newspaper()]),
)


def list_tools(with_peers: bool) -> tuple[list[Tool], list[str]]:
    """Ours first, then the peers that can be imported; and the names of those that cannot."""
    tools, absent = [_ours()], []
    for module, make in _PEERS if with_peers else ():
        if importlib.util.find_spec(module) is None:
            absent.append(module)
        else:
            tools.extend(make())
    return tools, absent
