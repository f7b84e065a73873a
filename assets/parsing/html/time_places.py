"""Where on a page machine-written times stand: time elements, the address.

Lines with a date are found in date_lines.py. Which of them wins is decided in timing.py.
"""

import re

from assets.parsing.html.blocks import Page
from assets.parsing.html.layout import Layout
from assets.parsing.html.moments import Moment, parse_moment
from assets.parsing.markers import starts_with

_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)")
_URL_DAY_APART = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?=[/\-_.]|$)")
_URL_DAY_IN_NAME = re.compile(r"[-_]((?:19|20)\d{2})[-_](0[1-9]|1[0-2])[-_](0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)")
# A number that begins with day and clock time ("/A2026012914320005196"): too many digits for chance to make a date.
_URL_STAMP = re.compile(
    r"/[A-Za-z]{0,4}(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\d{2,9}(?=[/\-_.?]|$)"
)
_NEAR_BLOCKS = 12
_BELOW = 8


def time_elements(page: Page, layout: Layout) -> list[tuple[str, float, str, object]]:
    """Time elements around headline and text, marked ones first; those that only say 'updated' are left out.

    Microdata that says datePublished counts wherever it stands, but among comments and teasers.
    """
    if not layout.body:
        return []
    first, last = layout.body[0], layout.body[-1]
    low = min(layout.title if layout.title is not None else first, first) - _NEAR_BLOCKS
    found: list[tuple[str, float, str, object]] = []
    for position, attributes, text in page.times:
        value = attributes.get("datetime") or attributes.get("content") or attributes.get("title") or text
        property_ = f"{attributes.get('itemprop') or ''} {attributes.get('property') or ''}"
        label = f"{property_} {attributes.get('class') or ''} {text}".lower()
        marked = "published" in label or "pubdate" in attributes or "created" in property_
        changed = "modif" in label or "update" in label or starts_with("updated", text)
        is_near = low <= position <= first + 2 or (
            last < position <= last + _BELOW and _is_ours(layout, last, position)
        )
        if (changed and not marked) or not (is_near or ("date" in property_ and _is_ours(layout, position, position))):
            continue
        found.append(("meta", 0.8, "marked time element", value) if marked else ("text", 0.7, "time element", value))
    return sorted(found, key=lambda item: -item[1])[:5]


def _is_ours(layout: Layout, start: int, end: int) -> bool:
    """True when no comment or teaser stands between two blocks."""
    return not any(role in ("comment", "teaser") for role, _ in layout.roles[start : end + 1])


def read_address_day(address: str) -> Moment | None:
    """The day that an address carries (/2026/02/13/); None when it carries none."""
    patterns = (_URL_DAY, _URL_DAY_APART, _URL_STAMP, _URL_DAY_IN_NAME)
    match = next((found for pattern in patterns if (found := pattern.search(address))), None)
    return parse_moment(f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}") if match else None
