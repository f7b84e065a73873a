"""Pages that are no article: bot checks, cookie walls, missing pages, shells, section fronts.

Limits are in limits.py.
"""

from functools import lru_cache
from pathlib import Path

from assets.lists import read_sections
from assets.parsing.html.blocks import Block, Page
from assets.parsing.html.head import Head
from assets.parsing.html.layout import ENDINGS, Layout
from assets.parsing.html.regions import weigh_block
from assets.parsing.html.structured import Structured
from assets.parsing.markers import has_phrase

SHORTEST_BODY = 100
SHORT_BODY = 1_500
BROKEN_SHARE = 0.03
UNPROVEN_BODY = 600
FRONT_TEASERS = 8
TOLD_PARAGRAPHS = 3
SHORTEST_NAMED = 200
SHORTEST_SENTENCE = 25
TOLD_SHARE = 0.5
LONGEST_TOLD = 400
# Sections of data/refusal_phrases.txt; the first three are kinds of phrases in parsing/data/markers.txt, too.
_DETAILS = {
    "bot_check": "the page asks whether the reader is human; the article is not in it",
    "not_found": "the page says that the article is not there",
    "consent": "the page asks for consent; the article is not in it",
    "wall": "the page asks the reader to log in or to change something; the article is not in it",
    "server": "the page is a web server's message",
}
# Teasers that stand beside an article; those of a front make up its middle.
_BESIDE = frozenset(("related articles", "next article", "link in a side column"))
_MARKERS = {"bot_check": "bot_check", "not_found": "not_found", "consent": "cookie"}


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
    if not proven and not any(_may_be_sentence(page.blocks[position]) for position in layout.body):
        return "the page shows no line that could be a sentence"
    proven = proven or (layout.title is not None and len(body) >= TOLD_PARAGRAPHS)
    beside = _BESIDE if _leads_text(layout) else frozenset()
    teasers = sum(role == "teaser" and reason not in beside for role, reason in layout.roles)
    if not proven and size < UNPROVEN_BODY and teasers >= FRONT_TEASERS:
        return f"the page shows {teasers} links to articles and {size} bytes of running text: a section front"
    return None


def _leads_text(layout: Layout) -> bool:
    """True when no teaser stands between headline and text."""
    between = layout.roles[layout.title + 1 : layout.body[0]] if layout.title is not None else [("teaser", "")]
    return all(role != "teaser" for role, _ in between)


def _may_be_sentence(block: Block) -> bool:
    return weigh_block(block) > 0 or (len(block.text) >= SHORTEST_SENTENCE and block.text[-1] in ENDINGS)


def _told_by_wording(page: Page, layout: Layout, body: list[str]) -> str | None:
    """A short page most of whose paragraphs, or whose title and a paragraph, say that it is something else.

    A title alone only counts over next to no text: articles are written about robots and cookies, too.
    """
    heading = page.blocks[layout.title].text if layout.title is not None else body[0]
    chars = sum(map(len, body))
    for kind, detail in _DETAILS.items():
        told = sum(len(text) for text in body if _says(kind, text))
        named = _says(kind, page.html_title or "") or _says(kind, heading)
        if told > TOLD_SHARE * chars or (named and (told or chars < SHORTEST_NAMED)):
            return detail
    return None


def _says(kind: str, text: str) -> bool:
    text = text[:LONGEST_TOLD]
    if kind in _MARKERS and has_phrase(_MARKERS[kind], text):
        return True
    folded = text.casefold().replace("’", "'")
    return any(phrase in folded for phrase in _phrases()[kind])


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[str]]:
    """Section -> its phrases, case folded."""
    return read_sections(Path(__file__).parent / "data" / "refusal_phrases.txt")
