"""Which element holds the article. What inside it is text and what is not is decided by roles.py."""

from assets.parsing.html.blocks import Element, Page
from assets.parsing.html.class_words import Hint
from assets.parsing.html.layout import HEADINGS
from assets.parsing.html.regions import Regions
from assets.parsing.html.title_text import fold

NAMED_SHARE = 0.4
DESCENT_SHARE = 0.75
HEADLINE_SHARE = 0.5
_BODY = Hint.BODY


def choose_container(page: Page, regions: Regions, scope: int = 0, headline: str | None = None) -> int:
    """Return the position of the element, inside the one at `scope`, whose blocks make the article."""
    elements = page.elements
    if not elements:
        return 0
    total = regions.mass(elements[scope])
    named = _named_container(elements, regions, total, scope)
    if named is not None:
        return named
    return _to_headline(page, regions, _descend(elements, regions, total, scope), headline)


def _to_headline(page: Page, regions: Regions, current: int, headline: str | None) -> int:
    """The part of an element that holds the headline and most of the text after it, when its other parts differ.

    Parts of one text have the same class or id; a side column has another.
    """
    elements, folded = page.elements, fold(headline or "")
    found = [
        e for e in range(current + 1, len(elements)) if elements[e].parent == current and regions.mass(elements[e])
    ]
    for position in found:
        element = elements[position]
        blocks = range(element.first_block, element.end_block)
        if regions.mass(element) < HEADLINE_SHARE * regions.mass(elements[current]) or not folded:
            continue
        has_headline = any(page.blocks[i].tag in HEADINGS and fold(page.blocks[i].text) == folded for i in blocks)
        if has_headline and all(_name(elements[other]) != _name(element) for other in found if other != position):
            return position
    return current


def _name(element: Element) -> tuple[str, str, str]:
    return element.tag, element.attributes.get("class") or "", element.attributes.get("id") or ""


def _named_container(elements: list[Element], regions: Regions, total: int, scope: int) -> int | None:
    best, best_mass = None, NAMED_SHARE * total
    for position, element in enumerate(elements[scope:], scope):
        if not (element.hints & _BODY or "itemprop" in element.attributes) or not is_body_element(element):
            continue
        if not _is_inside(elements, position, scope):
            continue
        mass = regions.mass(element)
        if mass > 0 and mass >= best_mass * (1.0 if best is None else 1.1):
            best, best_mass = position, mass
    return best


def is_body_element(element: Element) -> bool:
    """True when the element says that it is the article's text."""
    return element.hints & Hint.BODY != 0 or "articlebody" in (element.attributes.get("itemprop") or "").lower()


def _descend(elements: list[Element], regions: Regions, total: int, scope: int) -> int:
    current, mass = scope, total
    for position, element in enumerate(elements[scope:], scope):
        own = regions.mass(element)
        if own >= DESCENT_SHARE * mass and _is_inside(elements, position, current) and own > 0:
            current, mass = position, own
    return current


def _is_inside(elements: list[Element], position: int, ancestor: int) -> bool:
    while position > ancestor:
        position = elements[position].parent
    return position == ancestor


def densest_container(page: Page, regions: Regions) -> int | None:
    """The element whose direct text children carry most prose: a second opinion, blind to names."""
    masses: dict[int, int] = {}
    for block, weight in zip(page.blocks, regions.prose, strict=True):
        if weight:
            parent = page.elements[block.element].parent if block.element >= 0 else -1
            holder = block.element if block.tag not in ("p", "li", "h2", "h3") else parent
            masses[holder] = masses.get(holder, 0) + weight
    masses.pop(-1, None)
    return max(masses, key=lambda position: (masses[position], -position), default=None)
