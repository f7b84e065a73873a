"""Where on a page times stand: time elements, date lines near the headline, the address.

Which of them wins is decided in timing.py.
"""

import re

from assets.parsing.dates import find_dates
from assets.parsing.day_order import DayOrder
from assets.parsing.html.blocks import Page
from assets.parsing.html.layout import Layout
from assets.parsing.html.moments import Moment, is_plausible, parse_moment
from assets.parsing.markers import starts_with

_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)")
_URL_DAY_APART = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?=[/\-_.]|$)")
# A number that begins with day and clock time ("/A2026012914320005196"): too many digits for chance to make a date.
_URL_STAMP = re.compile(
    r"/[A-Za-z]{0,4}(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\d{2,9}(?=[/\-_.?]|$)"
)
_NEAR_BLOCKS = 12
_LONGEST_LINE = 160


def time_elements(page: Page, layout: Layout) -> list[tuple[str, float, str, object]]:
    """Time elements near the headline or the head of the text; those that say 'updated' are left out."""
    if not layout.body:
        return []
    first = layout.body[0]
    low = min(layout.title if layout.title is not None else first, first) - _NEAR_BLOCKS
    found: list[tuple[str, float, str, object]] = []
    for position, attributes, text in page.times:
        value = attributes.get("datetime") or attributes.get("content") or text
        label = f"{attributes.get('itemprop') or ''} {attributes.get('class') or ''} {text}".lower()
        if not low <= position <= first + 2 or "modif" in label or "update" in label or starts_with("updated", text):
            continue
        marked = "published" in label or "pubdate" in attributes
        found.append(("meta", 0.8, "marked time element", value) if marked else ("text", 0.7, "time element", value))
    return sorted(found, key=lambda item: -item[1])[:5]


def date_lines(page: Page, layout: Layout, order: DayOrder) -> list[Moment]:
    """Dates written out between headline and text, or right before the headline."""
    if not layout.body:
        return []
    first = layout.body[0]
    low = min(layout.title if layout.title is not None else first, first) - 3
    found: list[Moment] = []
    for position in range(max(0, low), min(first + 2, len(page.blocks))):
        text = page.blocks[position].text
        if len(text) > _LONGEST_LINE or position == layout.title or starts_with("updated", text):
            continue
        for reading in find_dates(order.settle(text))[:1]:
            if reading.at is not None and is_plausible(reading.at.date()):
                found.append(Moment(reading.at, reading.precision, False))
    return found


def read_address_day(address: str) -> Moment | None:
    """The day that an address carries (/2026/02/13/); None when it carries none."""
    match = _URL_DAY.search(address) or _URL_DAY_APART.search(address) or _URL_STAMP.search(address)
    return parse_moment(f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}") if match else None
