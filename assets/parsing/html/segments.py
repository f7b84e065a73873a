"""A page's text and its segments: all blocks in order, each with its role, nothing lost.

Deciding roles is in roles.py.
"""

from assets.parsing.html.blocks import Page
from assets.parsing.html.layout import Layout
from assets.parsing.model import ParsedRecord, Segment, Teaser

MAX_TEASERS = 300
MAX_HEADLINE_CHARS = 500
_ARTICLE_ROLES = frozenset(("title", "byline", "dateline", "body", "caption", "credit"))


def record_text(page: Page) -> str:
    """The visible blocks of a page, one a line."""
    return "\n".join([block.text for block in page.blocks])


def cover(page: Page, layout: Layout, owners: list[int | None]) -> list[Segment]:
    """One segment a block; the line break after a block belongs to it.

    `owners` gives each block's article position.
    """
    segments: list[Segment] = []
    start, last = 0, len(page.blocks) - 1
    for position, block in enumerate(page.blocks):
        end = start + len(block.text) + (position < last)
        role, reason = layout.roles[position]
        segments.append(Segment(start, end, role, reason, owners[position]))
        start = end
    return segments


def own_blocks(page: Page, layout: Layout) -> list[int | None]:
    """The first article owns its body and what stands around it.

    Headline, byline, captions between first and last block.
    """
    owners: list[int | None] = [None] * len(page.blocks)
    if not layout.body:
        return owners
    low = min(p for p in (layout.body[0], layout.title, layout.subtitle) if p is not None)
    for position in range(low, layout.body[-1] + 1):
        if layout.roles[position][0] in _ARTICLE_ROLES:
            owners[position] = 0
    return owners


def find_teasers(page: Page, layout: Layout) -> list[Teaser]:
    """Headlines that the page promotes.

    Linked teaser blocks, each headline once, with the text under it and its address.
    """
    found: dict[str, Teaser] = {}
    for position, block in enumerate(page.blocks):
        if layout.roles[position][0] != "teaser" or block.link is None or " " not in block.text or len(block.text) < 15:
            continue
        if block.link_chars < 0.5 * len(block.text) or block.text in found or _is_menu(block.text):
            continue
        address = (block.link.attributes.get("href") or "").strip()[:2_048] or None
        found[block.text] = Teaser(block.text[:MAX_HEADLINE_CHARS], _blurb(page, layout, position), address)
        if len(found) == MAX_TEASERS:
            break
    return list(found.values())


def _is_menu(text: str) -> bool:
    """True for entries in a row: "Home | Harbour | World"."""
    return max(text.count(f" {bar} ") for bar in "|·•/") >= 2


def _blurb(page: Page, layout: Layout, position: int) -> str | None:
    """The unlinked text right after a teaser's headline, when it is a sentence of the same teaser."""
    if position + 1 >= len(page.blocks) or layout.roles[position + 1][0] != "teaser":
        return None
    block = page.blocks[position + 1]
    return block.text[:MAX_HEADLINE_CHARS] if block.link_chars == 0 and len(block.text) >= 40 else None


def rejected(page: Page | None, reason: str, detail: str) -> ParsedRecord:
    """A record without an article; its text is kept and covered."""
    text = record_text(page) if page is not None else ""
    segments = [Segment(0, len(text), "other", f"no article: {reason}")] if text else []
    return ParsedRecord(text, segments, rejection=(reason, detail[:300]))
