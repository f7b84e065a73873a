"""Where on a page bylines stand: marked elements, lines that begin like one, a name alone.

Names are read in names.py.
"""

import re
from collections.abc import Iterator

from assets.parsing.agencies import find_agency
from assets.parsing.bylines import is_name_like, is_person_like
from assets.parsing.dates import find_dates
from assets.parsing.html.blocks import Block, Page
from assets.parsing.html.layout import Layout
from assets.parsing.html.name_cut import EDGES
from assets.parsing.html.name_scripts import is_reporter_line, plain_marks
from assets.parsing.html.name_values import split_value
from assets.parsing.html.sign_offs import BELOW, LONGEST_BYLINE, Value, after_text, is_named_byline, with_next
from assets.parsing.markers import starts_with

LONGEST_NAMES = 100
MOST_LINES = 6
MOST_WORDS = 12
FEW_WORDS = 2
# Blocks before the headline and after the first paragraph that still belong to the head of the article.
BEFORE, AFTER = 6, 3
_BARS = re.compile(r"\s+[|·•–-]\s+")
_BYLINE_ROLES = frozenset(("byline", "other", "navigation", "body", "teaser"))


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
        named = role == "byline" or (role == "other" and is_named_byline(page, block))
        if role in _BYLINE_ROLES and (named or _begins(block.text)) and not _says_where(block.text):
            found.append((with_next(page, position), "line"))
    return found[:MOST_LINES]


def _says_where(text: str) -> bool:
    """True for "Aus Delft" and nothing more: where it was written or what it is taken from, not by whom."""
    return text[:4].casefold() == "aus " and text.count(" ") <= FEW_WORDS


def _begins(text: str) -> bool:
    """True for a short line that begins like a byline, or says "reporter" where the language puts that."""
    plain = plain_marks(text)
    return (len(text.split()) <= MOST_WORDS and starts_with("byline", plain) > 0) or is_reporter_line(plain)


def name_lines(page: Page, layout: Layout) -> list[Value]:
    """Lines near the head that are people's names and nothing else."""
    return [
        (name, "person")
        for position, block in _near(page, layout)
        if layout.roles[position][0] in _BYLINE_ROLES
        for name in _lone_names(block.text)
    ][:MOST_LINES]


def agency_lines(page: Page, layout: Layout) -> list[Value]:
    """An agency's name alone between headline and text or right after it."""
    near = [block.text for _, block in _near(page, layout)]
    after = [page.blocks[position].text for position in after_text(page, layout)]
    return [(text.strip(" ()[]"), "line") for text in (*near, *after) if find_agency(text) is not None][:1]


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


def _lone_names(text: str) -> list[str]:
    """The names of a line of one or several people, perhaps with a town after a comma; else nothing.

    Of a line with bars and a date ("News | Anna Berg | 3 March 2011") the parts that are names.
    """
    text = text.strip(EDGES)
    if _BARS.search(text) and len(text) <= LONGEST_BYLINE and find_dates(text):
        return [part for part in _BARS.split(text) if is_person_like(part)]
    groups = split_value(text) if len(text) <= LONGEST_NAMES else ()
    if not groups or not all(is_person_like(group[0]) and all(map(is_name_like, group)) for group in groups):
        return []
    return [part for group in groups for part in group if is_person_like(part)]
