"""Pages that hold several articles: which one is the page's own, and which are further ones.

A live blog's entries are one article.
"""

from dataclasses import dataclass

from assets.parsing.html.blocks import Element, Page
from assets.parsing.html.class_words import Hint
from assets.parsing.html.regions import Regions
from assets.parsing.html.structured import Structured
from assets.parsing.html.titles import fold

FEWEST_PARAGRAPHS = 3
LEAST_PROSE = 400
MOST_ARTICLES = 50
_HEADINGS = frozenset(("h1", "h2", "h3"))


@dataclass(frozen=True, slots=True)
class Scope:
    """An element that holds a whole article, and the block with its heading."""

    element: int
    heading: int


def find_scopes(page: Page, regions: Regions, structured: Structured) -> list[Scope]:
    """Elements that each hold a whole article with its own heading, in order; none when the page holds one.

    The innermost such elements count: one around several articles is their frame.
    """
    if any("LiveBlog" in kind for kind in structured.types):
        return []
    scopes = [
        Scope(position, heading)
        for position, element in enumerate(page.elements)
        if element.tag == "article"
        and not _is_live(page, element)
        and (heading := _heading(page, regions, element)) is not None
    ]
    if len(scopes) < 2:
        return []
    return [scope for number, scope in enumerate(scopes) if not _is_frame(page, scopes, number)][:MOST_ARTICLES]


def _is_frame(page: Page, scopes: list[Scope], number: int) -> bool:
    """True when several whole articles lie inside an element: in document order, the next two begin before it ends."""
    second = number + 2
    end = page.elements[scopes[number].element].end_block
    return second < len(scopes) and page.elements[scopes[second].element].first_block < end


def _is_live(page: Page, element: Element) -> bool:
    """True for an entry of a live blog."""
    for _ in range(4):
        if element.hints & Hint.LIVE or "LiveBlog" in (element.attributes.get("itemtype") or ""):
            return True
        if element.parent < 0:
            return False
        element = page.elements[element.parent]
    return False


def _heading(page: Page, regions: Regions, element: Element) -> int | None:
    """The heading before an element's first paragraph, when enough paragraphs follow.

    None when this is no whole article.
    """
    if regions.mass(element) < LEAST_PROSE:
        return None
    blocks = range(element.first_block, element.end_block)
    prose = [i for i in blocks if regions.prose[i]]
    if len(prose) < FEWEST_PARAGRAPHS:
        return None
    return next((i for i in blocks if i <= prose[0] and page.blocks[i].tag in _HEADINGS), None)


def main_scope(page: Page, scopes: list[Scope], title: str | None) -> Scope:
    """The scope whose heading says what the page's title says; else the first."""
    folded = fold(title) if title else ""
    return next((s for s in scopes if folded and fold(page.blocks[s.heading].text) == folded), scopes[0])


def further_scopes(page: Page, scopes: list[Scope], main: Scope) -> list[Scope]:
    """The scopes of further articles.

    Apart from the main one, each stretch of the page once, outermost first.
    """
    own = page.elements[main.element]
    taken = 0
    kept: list[Scope] = []
    for scope in scopes:
        element = page.elements[scope.element]
        apart = element.end_block <= own.first_block or element.first_block >= own.end_block
        if scope is not main and apart and element.first_block >= taken:
            kept.append(scope)
            taken = element.end_block
    return kept
