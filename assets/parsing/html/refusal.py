"""Pages that are no article: bot checks, cookie walls, missing pages, shells, section fronts.

Limits are in limits.py.
"""

from assets.parsing.html.blocks import Page
from assets.parsing.html.head import Head
from assets.parsing.html.layout import Layout
from assets.parsing.html.structured import Structured
from assets.parsing.markers import has_phrase

SHORTEST_BODY = 100
SHORT_BODY = 1_500
BROKEN_SHARE = 0.03
UNPROVEN_BODY = 600
FRONT_TEASERS = 8
TOLD_PARAGRAPHS = 3
_MARKERS = (
    ("bot_check", "the page asks whether the reader is human; the article is not in it"),
    ("not_found", "the page says that the article is not there"),
    ("cookie", "the page asks for consent; the article is not in it"),
)


def refuse(page: Page, head: Head, structured: Structured, layout: Layout) -> str | None:
    """Say why a page is no article; None when it may be one."""
    body = [page.blocks[position].text for position in layout.body]
    size = sum(len(text.encode("utf-8", "replace")) for text in body)
    if size < SHORTEST_BODY:
        return f"the page shows {size} bytes of running text; an article has at least {SHORTEST_BODY}"
    broken = sum(text.count("\ufffd") for text in body)
    if broken > BROKEN_SHARE * sum(map(len, body)):
        return f"{broken} characters of the text could not be decoded; the bytes are no text or in another encoding"
    if size < SHORT_BODY and (told := _told_by_wording(page, layout, body)) is not None:
        return told
    proven = (
        structured.is_article
        or (head.first("og:type") or "").lower() == "article"
        or "article:published_time" in head.values
    )
    proven = proven or (layout.title is not None and len(body) >= TOLD_PARAGRAPHS)
    teasers = sum(role == "teaser" for role, _ in layout.roles)
    if not proven and size < UNPROVEN_BODY and teasers >= FRONT_TEASERS:
        return f"the page shows {teasers} links to articles and {size} bytes of running text: a section front"
    return None


def _told_by_wording(page: Page, layout: Layout, body: list[str]) -> str | None:
    """A short page whose title or most of whose paragraphs speak of a check, a missing page, or consent."""
    title = page.html_title or ""
    heading = page.blocks[layout.title].text if layout.title is not None else ""
    for kind, detail in _MARKERS:
        told = sum(len(text) for text in body if has_phrase(kind, text[:400]))
        named = has_phrase(kind, title[:200]) or has_phrase(kind, heading[:200])
        if told > 0.5 * sum(map(len, body)) or (named and (told or len(body) <= 3)):
            return detail
    return None
