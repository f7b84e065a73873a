"""The standfirst: the sentence or two between headline and text. All other roles are in roles.py."""

from assets.parsing.html.blocks import Block, Page
from assets.parsing.html.class_words import Hint
from assets.parsing.html.layout import ENDINGS, ITEMS, OUTSIDE, Layout
from assets.parsing.html.lines import head_line_role
from assets.parsing.html.regions import weigh_block
from assets.parsing.html.titles import fold

SHORTEST_SUBTITLE = 30
LONGEST_SUBTITLE = 1_000
FEWEST_WORDS = 8
_STANDFIRST_ROLES = frozenset(("body", "other", "teaser", "title", "navigation"))


def find_standfirst(page: Page, layout: Layout, description: str | None, *, start: int, end: int) -> None:
    """The standfirst.

    Near the headline, named so or with the words of the page's description; else running text under it.
    """
    folded = fold(description)[:200] if description else ""
    body = next((i for i in range(start, end) if layout.roles[i][0] == "body"), end)
    low = layout.title if layout.title is not None and layout.title < body else max(0, body - 6)
    near = [i for i in range(max(0, low - 2), min(body + 1, end)) if _may_be_standfirst(page.blocks[i], layout, i)]
    named = [i for i in near if _is_named(page, page.blocks[i]) or _same_start(fold(page.blocks[i].text), folded)]
    under = [
        i
        for i in near
        if layout.title is not None
        and layout.title < i < body
        and layout.roles[i] == OUTSIDE
        and _is_sentence(page.blocks[i])
    ]
    line = [i for i in near if i - 1 == layout.title and layout.roles[i] == OUTSIDE and _is_long_line(page.blocks[i])]
    layout.subtitle = next(iter(named or under or line), None)
    if layout.subtitle is not None and layout.subtitle < body:
        layout.roles[layout.subtitle] = ("title", "standfirst")


def _may_be_standfirst(block: Block, layout: Layout, position: int) -> bool:
    fits = SHORTEST_SUBTITLE <= len(block.text) <= LONGEST_SUBTITLE and block.link_chars <= 0.5 * len(block.text)
    fits = fits and position != layout.title and layout.roles[position][0] in _STANDFIRST_ROLES
    return fits and head_line_role(block.text) is None


def _is_sentence(block: Block) -> bool:
    """True for running text right under the headline: that is what a standfirst without a name looks like."""
    return weigh_block(block) > 0 and block.link_chars == 0 and block.text[-1] in ENDINGS and block.tag not in ITEMS


def _is_long_line(block: Block) -> bool:
    """True for an unlinked line of many words: right under the headline it needs no full stop to be its second part."""
    return block.link is None and block.text.count(" ") >= FEWEST_WORDS and block.tag in ("p", "h2", "h3", "div")


def _is_named(page: Page, block: Block) -> bool:
    """True when the element around a block, or the one around that, is named a standfirst."""
    element = page.elements[block.element]
    if element.hints & Hint.SUBTITLE or "description" in (element.attributes.get("itemprop") or ""):
        return True
    if element.parent < 0:
        return False
    parent = page.elements[element.parent]
    return bool(parent.hints & Hint.SUBTITLE) and parent.end_block - parent.first_block <= 3


def _same_start(one: str, other: str) -> bool:
    size = min(len(one), len(other), 120)
    return size >= SHORTEST_SUBTITLE and one[:size] == other[:size]
