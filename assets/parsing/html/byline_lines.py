"""Where on a page bylines stand: marked elements, lines that begin like one, a name alone.

Names are read in names.py.
"""

from collections.abc import Iterator

from assets.parsing.bylines import is_person_like
from assets.parsing.html.blocks import Block, Page
from assets.parsing.html.class_words import Hint
from assets.parsing.html.layout import Layout
from assets.parsing.html.name_values import EDGES
from assets.parsing.markers import starts_with

LONGEST_BYLINE = 200
LONGEST_NAME = 60
MOST_LINES = 6
MOST_WORDS = 12
# Blocks before the headline, after the first paragraph, and after the last one that still belong to the article.
BEFORE, AFTER, BELOW = 6, 3, 4
_BYLINE_ROLES = frozenset(("byline", "other", "navigation", "body", "teaser"))
_SIGN_OFF_ROLES = frozenset(("byline", "other"))

Value = tuple[str, str]


def marked_authors(page: Page, layout: Layout) -> list[Value]:
    """What author links and microdata name near the head of the text, else right after it; all of it without a text."""
    texts = [(position, text) for position, text in page.author_texts if text]
    if not layout.body:
        return [(text, "") for _, text in texts]
    low, first, last = _head(layout), layout.body[0], layout.body[-1]
    near = [(text, "") for position, text in texts if low <= position <= first + 1]
    return near or [(text, "") for position, text in texts if last < position <= last + BELOW]


def byline_lines(page: Page, layout: Layout) -> list[Value]:
    """Lines near the head that are named a byline or begin like one ("By Anna Berg")."""
    found: list[Value] = []
    for position, block in _near(page, layout):
        role = layout.roles[position][0]
        named = role == "byline" or (role == "other" and _is_named(page, block))
        begins = len(block.text.split()) <= MOST_WORDS and starts_with("byline", block.text) > 0
        if role in _BYLINE_ROLES and (named or begins):
            found.append((block.text, ""))
    return found[:MOST_LINES]


def name_lines(page: Page, layout: Layout) -> list[Value]:
    """Lines near the head that are a person's name and nothing else."""
    return [
        (name, "person")
        for position, block in _near(page, layout)
        if layout.roles[position][0] in _BYLINE_ROLES and (name := _lone_name(block.text))
    ][:MOST_LINES]


def sign_offs(page: Page, layout: Layout) -> list[Value]:
    """A person's name alone right after the last paragraph."""
    if not layout.body:
        return []
    last = layout.body[-1]
    found = [
        (name, "person")
        for position in range(last, min(last + BELOW, len(page.blocks)))
        if (layout.roles[position][0] in _SIGN_OFF_ROLES or position == last)
        and page.blocks[position].link_chars == 0
        and (name := _lone_name(page.blocks[position].text))
    ]
    return found[:1]


def _head(layout: Layout) -> int:
    """The first block that may belong to the head of the article."""
    first = layout.body[0]
    return max(0, min(layout.title if layout.title is not None else first, first) - BEFORE)


def _near(page: Page, layout: Layout) -> Iterator[tuple[int, Block]]:
    """Short blocks between headline and text, or just before or after."""
    if not layout.body:
        return
    for position in range(_head(layout), min(layout.body[0] + AFTER, len(page.blocks))):
        block = page.blocks[position]
        if len(block.text) <= LONGEST_BYLINE and position != layout.title:
            yield position, block


def _is_named(page: Page, block: Block) -> bool:
    """True when the element around a block, or a small one around that, is named a byline."""
    element = page.elements[block.element]
    if element.hints & Hint.BYLINE:
        return True
    parent = page.elements[element.parent] if element.parent >= 0 else element
    return bool(parent.hints & Hint.BYLINE) and parent.end_block - parent.first_block <= BELOW


def _lone_name(text: str) -> str | None:
    name = text.strip(EDGES)
    return name if len(name) <= LONGEST_NAME and is_person_like(name) else None
