"""What a page says about itself in JSON-LD: the article node and its plain values.

Which value wins is decided in fields.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import orjson

from assets.parsing.html.blocks import Page
from assets.parsing.html.linked_names import Named, named_in, types_of
from assets.parsing.html.plain_values import MAX_VALUE_CHARS, text_of, texts_of

MAX_SCRIPT_CHARS = 3_000_000
MAX_NODES = 5_000
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>)?\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_ARTICLE_TYPE = re.compile(
    r"(?:Article|Posting|Report|Review|ClaimReview|LiveBlog)$|^(?:Recipe|Interview|CreativeWork)$"
)
_STRONG_TYPE = re.compile(
    r"(?:NewsArticle|BlogPosting|LiveBlogPosting|ReportageNewsArticle|OpinionNewsArticle|AnalysisNewsArticle|Article)$"
)
_PAGE_TYPE = re.compile(r"(?:WebPage|ItemPage|VideoObject)$")


@dataclass(slots=True)
class Structured:
    """Values of the page's article node (or, failing that, of its page node)."""

    types: list[str] = field(default_factory=list)
    headline: str | None = None
    description: str | None = None
    body: str | None = None
    authors: list[Named] = field(default_factory=list)
    published: object = None
    modified: object = None
    language: str | None = None
    sections: list[str] = field(default_factory=list)
    url: str | None = None
    publisher: str | None = None
    is_article: bool = False


def read_structured(page: Page) -> Structured:
    """Read all JSON-LD scripts of a page; broken ones are skipped."""
    nodes = [node for script in page.scripts for node in _nodes(_load(script))]
    articles = [node for node in nodes if _has_type(node, _ARTICLE_TYPE)]
    pages = [node for node in nodes if _has_type(node, _PAGE_TYPE)]
    found = Structured()
    chosen = max(articles, key=_worth, default=None)
    if chosen is not None and text_of(chosen.get("headline") or chosen.get("name")) is not None:
        found.is_article = True
        _read_node(found, chosen)
    for node in (*articles, *pages):
        _fill_gaps(found, node, nodes)
    found.publisher = found.publisher or _site_name(nodes)
    return found


def _load(text: str) -> Any:
    """Parse one script, forgiving comments, line breaks in strings and trailing commas.

    None when it is no JSON.
    """
    if not text or len(text) > MAX_SCRIPT_CHARS:
        return None
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    text = _WRAPPING.sub("", text)
    try:
        return json.loads(_TRAILING_COMMA.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All objects of a JSON value that name a type, outermost first; the walk is iterative and bounded."""
    queue, seen = [value], 0
    while queue and seen < MAX_NODES:
        current = queue.pop(0)
        seen += 1
        if isinstance(current, dict):
            if "@type" in current:
                yield current
            queue.extend(v for v in current.values() if isinstance(v, dict | list))
        elif isinstance(current, list):
            queue.extend(v for v in current if isinstance(v, dict | list))


def _has_type(node: dict[str, Any], pattern: re.Pattern[str]) -> bool:
    return any(_matches(kind, pattern) for kind in types_of(node))


@lru_cache(maxsize=1024)
def _matches(kind: str, pattern: re.Pattern[str]) -> bool:
    return pattern.search(kind) is not None


def _worth(node: dict[str, Any]) -> int:
    """How much an article node says: the fullest one is the page's own; others are promoted or embedded."""
    wanted = (
        "headline",
        "datePublished",
        "author",
        "articleBody",
        "description",
        "dateModified",
        "mainEntityOfPage",
        "publisher",
    )
    return sum(2 if key in ("headline", "datePublished") else 1 for key in wanted if node.get(key)) + (
        2 if _has_type(node, _STRONG_TYPE) else 0
    )


def _read_node(found: Structured, node: dict[str, Any]) -> None:
    found.types = types_of(node)
    found.headline = text_of(node.get("headline")) or text_of(node.get("name"))
    found.description = text_of(node.get("description"))
    found.body = _body(node)
    found.published, found.modified = node.get("datePublished"), node.get("dateModified")


def _fill_gaps(found: Structured, node: dict[str, Any], nodes: list[dict[str, Any]]) -> None:
    """Take from a node what the chosen one does not say."""
    if not found.authors and (found.is_article or not _has_type(node, _PAGE_TYPE)):
        found.authors = named_in(node.get("author") or node.get("creator"), nodes)
    found.published = found.published or node.get("datePublished")
    found.modified = found.modified or node.get("dateModified")
    found.language = found.language or text_of(node.get("inLanguage"))
    found.url = found.url or _address(node)
    found.description = found.description or text_of(node.get("description"))
    found.body = found.body or _body(node)
    found.sections = found.sections or texts_of(node.get("articleSection"))
    if found.publisher is None:
        named = named_in(node.get("publisher") or node.get("sourceOrganization"), nodes)
        found.publisher = named[0].name if named else None


def _body(node: dict[str, Any]) -> str | None:
    value = node.get("articleBody")
    return value if isinstance(value, str) and 0 < len(value) <= MAX_VALUE_CHARS else None


def _site_name(nodes: list[dict[str, Any]]) -> str | None:
    for kind in ("WebSite", "NewsMediaOrganization"):
        for node in nodes:
            if kind in types_of(node) and (name := text_of(node.get("name"))):
                return name
    return None


def _address(node: dict[str, Any]) -> str | None:
    page = node.get("mainEntityOfPage")
    value = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    for candidate in (node.get("url"), value, node.get("@id")):
        if isinstance(candidate, str) and candidate.startswith(("http:", "https:")):
            return candidate
    return None
