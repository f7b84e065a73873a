"""Which parts of a page are furniture: roles from the elements around a block, under the share rule.

The share rule: an element whose name says "comments" or "sidebar" but that holds most of the page's prose is not furniture.
Choosing the article's container is elsewhere.
"""

from dataclasses import dataclass
from itertools import accumulate

from assets.parsing.html.class_words import Hint
from assets.parsing.html.walk import Block, Element, Page

PROSE_CHARS = 60
MOST_LINKS = 0.5
# Above these shares of the page's prose a furniture name is not believed.
STRONG_SHARE = 0.8
WEAK_SHARE = 0.35

# First match wins. (hints, role, reason, share above which the name is not believed)
_RULES: tuple[tuple[int, str, str, float], ...] = (
    (Hint.HIDDEN, "other", "hidden", WEAK_SHARE),
    (Hint.COMMENT, "comment", "comments", STRONG_SHARE),
    (Hint.AD, "advertisement", "advertisement", WEAK_SHARE),
    (Hint.PAYWALL, "navigation", "paywall prompt", WEAK_SHARE),
    (Hint.NEWSLETTER, "navigation", "newsletter or subscription prompt", WEAK_SHARE),
    (Hint.RELATED, "teaser", "related articles", WEAK_SHARE),
    (Hint.NEXT, "teaser", "next article", WEAK_SHARE),
    (Hint.SHARE, "navigation", "share bar", WEAK_SHARE),
    (Hint.NAV, "navigation", "navigation", WEAK_SHARE),
    (Hint.FOOTER, "navigation", "page footer", WEAK_SHARE),
    (Hint.SIDEBAR, "navigation", "side column", WEAK_SHARE),
    (Hint.LEGAL, "legal", "legal notice", WEAK_SHARE),
    (Hint.BIO, "other", "author profile", WEAK_SHARE),
    (Hint.TOC, "navigation", "table of contents", WEAK_SHARE),
    (Hint.CREDIT, "credit", "picture credit", WEAK_SHARE),
    (Hint.CAPTION, "caption", "caption", WEAK_SHARE),
    (Hint.BYLINE, "byline", "byline", WEAK_SHARE),
    (Hint.DATE, "other", "date line", WEAK_SHARE),
    (Hint.TAG, "navigation", "topic tags", WEAK_SHARE),
    (Hint.MEDIA, "caption", "media player or gallery", WEAK_SHARE),
    (Hint.PULLQUOTE, "other", "pull quote", WEAK_SHARE),
    (Hint.TEASER, "teaser", "teaser", WEAK_SHARE),
)
_FURNITURE = int(sum(rule[0] for rule in _RULES))
_TAGS: dict[str, tuple[str, str]] = {
    "nav": ("navigation", "navigation"),
    "footer": ("navigation", "footer"),
    "aside": ("navigation", "side note"),
    "form": ("navigation", "form"),
    "button": ("navigation", "button"),
    "dialog": ("navigation", "dialog"),
    "menu": ("navigation", "menu"),
    "figcaption": ("caption", "figure caption"),
    "figure": ("caption", "figure"),
    "address": ("byline", "address"),
}


@dataclass(slots=True)
class Regions:
    """Roles found for blocks (None: nothing known), and the prose weight of each."""

    roles: list[tuple[str, str] | None]
    prose: list[int]
    sums: list[int]

    def mass(self, element: Element) -> int:
        """Weight of the prose inside an element."""
        return self.sums[element.end_block] - self.sums[element.first_block]


def weigh_block(block: Block) -> int:
    """Prose weight of a block: its length in UTF-8 (scripts without spaces weigh as much), 0 for short or linked text."""
    size = len(block.text.encode("utf-8", "replace"))
    if size < PROSE_CHARS or block.link_chars > MOST_LINKS * len(block.text):
        return 0
    return size - block.link_chars


def mark_regions(page: Page) -> Regions:
    """Give blocks the role of the furniture they stand in; prose there no longer weighs."""
    weights = [weigh_block(block) for block in page.blocks]
    sums = [0, *accumulate(weights)]
    roles: list[tuple[str, str] | None] = [None] * len(page.blocks)
    total = sums[-1]
    for element in page.elements:
        verdict = _judge(element)
        if verdict is None or element.first_block == element.end_block:
            continue
        role, reason, limit = verdict
        mass = sums[element.end_block] - sums[element.first_block]
        if mass > limit * total and mass > 0:
            continue
        for position in range(element.first_block, element.end_block):
            if roles[position] is None:
                roles[position] = (role, reason)
    prose = [0 if role else weight for role, weight in zip(roles, weights, strict=True)]
    return Regions(roles, prose, [0, *accumulate(prose)])


def _judge(element: Element) -> tuple[str, str, float] | None:
    by_tag = _TAGS.get(element.tag)
    if by_tag is not None:
        return (*by_tag, WEAK_SHARE)
    hints = element.hints & _FURNITURE
    if not hints or element.hints & Hint.BODY:
        return None
    for wanted, role, reason, limit in _RULES:
        if hints & wanted:
            return role, reason, limit
    return None
