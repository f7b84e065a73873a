"""Which parts of a page are furniture: roles from the elements around a block, under the share rule.

The share rule: an element whose name says "comments" or "sidebar" but that holds most of the page's prose
is not furniture.
Choosing the article's container is elsewhere.
"""

from dataclasses import dataclass
from itertools import accumulate

from assets.parsing.html.blocks import Block, Element, Page
from assets.parsing.html.class_words import Hint

PROSE_CHARS = 60
# A block counts for no more than a long paragraph: one endless word or line must not outweigh an article.
LONGEST_PROSE = 4_000
# What is not shown is not text, unless the page shows nothing else.
SHOWN_PROSE = 200
MOST_LINKS = 0.5
TEASER_LINKS = 0.3
# Above these shares of the page's prose a furniture name is not believed.
ANY_SHARE = 1.0
STRONG_SHARE = 0.8
WEAK_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class Rule:
    """What a hint says about an element, and up to which share of the page's prose it is believed."""

    role: str
    reason: str
    share: float = WEAK_SHARE


_RULES: dict[int, Rule] = {
    Hint.CONSENT: Rule("legal", "consent dialog", ANY_SHARE),
    Hint.UNSEEN: Rule("other", "not shown", ANY_SHARE),
    Hint.HIDDEN: Rule("other", "hidden"),
    Hint.COMMENT: Rule("comment", "comments", STRONG_SHARE),
    Hint.AD: Rule("advertisement", "advertisement"),
    Hint.PAYWALL: Rule("navigation", "paywall prompt"),
    Hint.NEWSLETTER: Rule("navigation", "newsletter or subscription prompt"),
    Hint.RELATED: Rule("teaser", "related articles"),
    Hint.NEXT: Rule("teaser", "next article"),
    Hint.SHARE: Rule("navigation", "share bar"),
    Hint.NAV: Rule("navigation", "navigation"),
    Hint.FOOTER: Rule("navigation", "page footer"),
    Hint.SIDEBAR: Rule("navigation", "side column"),
    Hint.LEGAL: Rule("legal", "legal notice"),
    Hint.BIO: Rule("other", "author profile"),
    Hint.TOC: Rule("navigation", "table of contents"),
    Hint.CREDIT: Rule("credit", "picture credit"),
    Hint.CAPTION: Rule("caption", "caption"),
    Hint.BYLINE: Rule("byline", "byline"),
    Hint.DATE: Rule("other", "date line"),
    Hint.TAG: Rule("navigation", "topic tags"),
    Hint.MEDIA: Rule("caption", "media player or gallery"),
    Hint.PULLQUOTE: Rule("other", "pull quote"),
    Hint.TEASER: Rule("teaser", "teaser"),
    Hint.INFOBOX: Rule("other", "info box"),
    Hint.EMBED: Rule("other", "embedded content"),
}
_FURNITURE = sum(_RULES)
_ORDERED = tuple(_RULES.items())
# What may be longer than a short text: believed at any share when an element named as the text stands apart from it.
_BESIDE_TEXT = frozenset(("comments", "author profile"))
# Embedded posts stand in these and are text all the same.
_POST_HOLDERS = frozenset(("media player or gallery", "embedded content", "figure"))
_TAGS = {
    "nav": Rule("navigation", "navigation"),
    "footer": Rule("navigation", "footer"),
    "aside": Rule("navigation", "side note"),
    "form": Rule("navigation", "form"),
    "button": Rule("navigation", "button"),
    "dialog": Rule("navigation", "dialog"),
    "menu": Rule("navigation", "menu"),
    "figcaption": Rule("caption", "figure caption"),
    "figure": Rule("caption", "figure"),
    "address": Rule("byline", "address"),
}
# Text elements carry the name of what they are, not of a part of the page: their share is that of all with
# the same name.
_TEXT_TAGS = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "li", "span", "blockquote", "td", "th", "dd", "dt", "pre"))


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
    """Prose weight of a block.

    Its length in UTF-8 (scripts without spaces weigh as much), 0 for short or linked text.
    """
    text = block.text
    size = len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
    if size < PROSE_CHARS or block.link_chars > MOST_LINKS * len(text):
        return 0
    return min(size, LONGEST_PROSE) - block.link_chars if size <= LONGEST_PROSE or " " in text[:LONGEST_PROSE] else 0


def mark_regions(page: Page) -> Regions:
    """Give blocks the role of the furniture they stand in; prose there no longer weighs."""
    weights = [weigh_block(block) for block in page.blocks]
    links = [0, *accumulate(block.link_chars for block in page.blocks)]
    chars = [0, *accumulate(len(block.text) for block in page.blocks)]
    roles: list[tuple[str, str] | None] = [None] * len(page.blocks)
    told = [e for e in page.elements if (e.hints & _FURNITURE or e.tag in _TAGS) and e.first_block < e.end_block]
    judged = [(element, rule) for element in told if (rule := _judge(element)) is not None]
    judged = [(e, rule) for e, rule in judged if rule.reason != "teaser" or _is_linked(e, links, chars)]
    sums = [0, *accumulate(weights)]
    certain = [(e, rule) for e, rule in judged if rule.share == ANY_SHARE]
    unseen = [element for element, rule in certain if rule.reason == "not shown"]
    if unseen:
        believed = _believed_unseen(page, weights, unseen)
        certain = [(e, rule) for e, rule in certain if rule.reason != "not shown" or e.first_block in believed]
    weights = _mark(page, roles, weights, sums, certain)
    sums = [0, *accumulate(weights)]
    prose = _mark(page, roles, weights, sums, [(e, rule) for e, rule in judged if rule.share != ANY_SHARE])
    return Regions(roles, prose, [0, *accumulate(prose)])


def _mark(
    page: Page,
    roles: list[tuple[str, str] | None],
    weights: list[int],
    sums: list[int],
    judged: list[tuple[Element, Rule]],
) -> list[int]:
    """Apply believed rules, outer elements first; return the prose weights that are left."""
    total = sums[-1]
    together = _masses(judged, sums)
    kept = embedded_blocks(page) | _figure_cells(page)
    for element, rule in judged:
        mass = sums[element.end_block] - sums[element.first_block]
        if element.tag in _TEXT_TAGS:
            mass = together[rule.reason, True]
        too_much = mass > rule.share * total or together[rule.reason, False] > max(rule.share, STRONG_SHARE) * total
        if mass > 0 and too_much and not (rule.reason in _BESIDE_TEXT and _has_text_apart(page, sums, element)):
            continue
        for position in range(element.first_block, element.end_block):
            if roles[position] is None and not (rule.reason in _POST_HOLDERS and position in kept):
                roles[position] = (rule.role, rule.reason)
    return [0 if role else weight for role, weight in zip(roles, weights, strict=True)]


def _has_text_apart(page: Page, sums: list[int], beside: Element) -> bool:
    """True when an element named as the text holds prose outside of what stands beside it."""
    texts = [e for e in page.elements if e.hints & Hint.BODY and sums[e.end_block] > sums[e.first_block]]
    return any(e.end_block <= beside.first_block or e.first_block >= beside.end_block for e in texts)


def _believed_unseen(page: Page, weights: list[int], unseen: list[Element]) -> set[int]:
    """First blocks of the hidden elements that are no text: their paragraphs are of no kind that is shown.

    A page that shows next to nothing has its text in what a script will show.
    """
    inside = {i for element in unseen for i in range(element.first_block, element.end_block)}
    shown = [i for i, weight in enumerate(weights) if weight and i not in inside]
    if sum(weights[i] for i in shown) < SHOWN_PROSE:
        return set()
    kinds = {_kind(page, i) for i in shown} - {None}
    return {
        element.first_block
        for element in unseen
        if not any(weights[i] and _kind(page, i) in kinds for i in range(element.first_block, element.end_block))
    }


def _kind(page: Page, position: int) -> tuple[str, str] | None:
    """Tag and class of the element around a block; None when it has no class of its own."""
    block = page.blocks[position]
    name = page.elements[block.element].attributes.get("class")
    return (block.tag, name) if name and page.elements[block.element].tag == block.tag else None


def _masses(judged: list[tuple[Element, Rule]], sums: list[int]) -> dict[tuple[str, bool], int]:
    """Prose under all elements of one rule, each stretch once.

    Of its text elements (True), of its other elements (False).
    """
    masses: dict[tuple[str, bool], int] = {}
    reached: dict[tuple[str, bool], int] = {}
    for element, rule in judged:
        key = (rule.reason, element.tag in _TEXT_TAGS)
        start = max(element.first_block, reached.get(key, 0))
        masses.setdefault((rule.reason, not key[1]), 0)
        masses[key] = masses.get(key, 0) + max(0, sums[max(start, element.end_block)] - sums[start])
        reached[key] = max(start, element.end_block)
    return masses


def _is_linked(element: Element, links: list[int], chars: list[int]) -> bool:
    """True when a good part of an element's text is links, as in a teaser."""
    linked = links[element.end_block] - links[element.first_block]
    return linked > TEASER_LINKS * (chars[element.end_block] - chars[element.first_block])


def embedded_blocks(page: Page) -> set[int]:
    """Positions of the blocks that stand in posts from social networks."""
    posts = [e for e in page.elements if e.tag == "blockquote" and is_embedded_post(e)]
    return {position for post in posts for position in range(post.first_block, post.end_block)}


def _figure_cells(page: Page) -> set[int]:
    """Positions of the cells of tables that are set as figures: text, unlike a picture's caption."""
    figures = [e for e in page.elements if e.tag == "figure"]
    return {i for e in figures for i in range(e.first_block, e.end_block) if page.blocks[i].tag in ("td", "th")}


def is_embedded_post(element: Element) -> bool:
    """A post from a social network, quoted in the text: text, whatever player or gallery it stands in."""
    return element.tag == "blockquote" and element.hints & Hint.EMBED != 0


def _judge(element: Element) -> Rule | None:
    by_tag = _TAGS.get(element.tag)
    if by_tag is not None and (element.tag != "aside" or not element.hints & Hint.RELATED):
        return by_tag
    hints = element.hints & _FURNITURE
    if is_embedded_post(element):
        return None
    if not hints or (element.hints & Hint.BODY and not hints & (Hint.HIDDEN | Hint.UNSEEN)):
        return None
    if element.tag in _TEXT_TAGS:
        # A single paragraph that is hidden or "behind the paywall" is text that a script shows.
        hints = (hints & ~(Hint.PAYWALL | Hint.UNSEEN)) | (Hint.HIDDEN if hints & Hint.UNSEEN else 0)
    return next((rule for hint, rule in _ORDERED if hints & hint), None)
