"""How sure it is that the body is the whole article and nothing else, and why.

What is done about it is decided in page.py.
"""

from assets.parsing.html.blocks import Page
from assets.parsing.html.container import is_body_element
from assets.parsing.html.layout import Layout
from assets.parsing.html.regions import Regions
from assets.parsing.html.structured import Structured

LOW = 0.4
_WITNESS_CHARS = 200


def judge(
    page: Page, regions: Regions, layout: Layout, container: int, structured: Structured, described: str | None
) -> tuple[float, str]:
    """Return a confidence from 0 to 1 and the reasons that made it, from witnesses that do not depend on each other."""
    body = "".join([page.blocks[position].text for position in layout.body]).replace(" ", "").casefold()
    score, reasons = 0.5, []
    for weight, reason in (
        *_witnesses(body, structured, described),
        *_structure(page, regions, layout, container),
    ):
        score += weight
        reasons.append(reason)
    return round(min(0.99, max(0.01, score)), 6), "; ".join(reasons)


def _witnesses(body: str, structured: Structured, described: str | None) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if structured.body and len(structured.body) >= _WITNESS_CHARS:
        told = _squeeze(structured.body[:200_000])
        share = len(body) / max(1, len(told))
        if 0.85 <= share <= 1.2 and told[:60] in body:
            found.append((0.35, "JSON-LD has the same text"))
        elif share < 0.5:
            found.append((-0.3, "JSON-LD has more text"))
        elif told[:60] in body or told[-60:] in body:
            found.append((0.15, "JSON-LD has a part of the text"))
        else:
            found.append((-0.2, "JSON-LD has another text"))
    if described and len(described) >= 50 and _squeeze(described)[:40] in body:
        found.append((0.1, "the description is in the text"))
    return found


def _structure(page: Page, regions: Regions, layout: Layout, container: int) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    element = page.elements[container]
    if is_body_element(element) or element.tag == "article":
        found.append((0.15, "the container is named as the article's text"))
    if layout.title is not None:
        found.append((0.1, "the headline is on the page"))
    total, inside = regions.sums[-1], regions.mass(element)
    if total and inside < 0.5 * total:
        found.append((-0.15, "most of the page's text is elsewhere"))
    if element.tag == "body":
        found.append((-0.15, "no element holds the article"))
    if inside < 600:
        found.append((-0.15, "little text"))
    return found


def _squeeze(text: str) -> str:
    """A text without white space and case: enough to find one text in another, and cheap."""
    return "".join(text.split()).casefold()
