"""When it was published and changed: date candidates of a page, and the choice among them.

Reading a value is in moments.py.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from assets.parsing.dates import find_dates
from assets.parsing.html.address import address_domain
from assets.parsing.html.blocks import Page
from assets.parsing.html.day_order import DayOrder
from assets.parsing.html.head import META_NAMES, Head
from assets.parsing.html.layout import Layout
from assets.parsing.html.moments import Moment, is_plausible, parse_moment, read_moment
from assets.parsing.html.structured import Structured
from assets.parsing.markers import starts_with
from assets.parsing.model import Candidate, Change

_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)")
_URL_DAY_APART = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?=[/\-_.]|$)")
# A number that begins with day and clock time ("/A2026012914320005196"): too many digits for chance to make a date.
_URL_STAMP = re.compile(
    r"/[A-Za-z]{0,4}(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\d{2,9}(?=[/\-_.?]|$)"
)
_NEAR_BLOCKS = 12
_FARTHEST_ZONE, _QUARTER = timedelta(hours=14), timedelta(minutes=15)
_MAX_RAW = 200


@dataclass(slots=True)
class Timing:
    """The chosen times with their candidates, and what was refused."""

    published: Moment | None = None
    basis: str = "none"
    modified: datetime | None = None
    candidates: list[Candidate] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def choose_times(page: Page, head: Head, structured: Structured, layout: Layout, address: str | None) -> Timing:
    """Choose the publication time: JSON-LD, meta, time elements, address, then a date line near the headline.

    An impossible, implausible or ambiguous value never wins; it is kept as a candidate. A day never beats a
    time on the same day.
    """
    timing = Timing()
    order = DayOrder(page, address_domain(address), lambda: _machine_days(head, structured, address))
    raw: list[tuple[str, float, str, object]] = [("jsonld", 0.95, "datePublished in JSON-LD", structured.published)]
    raw += [("meta", 0.9, name, value) for name, value in head.all(META_NAMES["published"])]
    raw += _time_elements(page, layout)
    raw += [("meta", 0.65, name, value) for name, value in head.all(META_NAMES["published_weak"])]
    found = [
        (basis, confidence, reason, moment)
        for basis, confidence, reason, value in raw
        if value and (moment := _considered(timing, order, "published_at", value, basis, confidence, reason))
    ]
    if address and (day := read_address_day(address)) is not None:
        found.append(("url", 0.7, "day in the address", day))
        timing.candidates.append(Candidate("published_at", day.at.date().isoformat(), "url", 0.7, "day in the address"))
    if not found:
        found = _date_lines(timing, order, page, layout)
    _take_best(timing, found)
    _take_modified(timing, order, head, structured)
    return timing


def _machine_days(head: Head, structured: Structured, address: str | None) -> list[date]:
    """The days that the page gives in a form with one reading."""
    values = [structured.published, structured.modified]
    values += [value for field in ("published", "modified") for _, value in head.all(META_NAMES[field])]
    moments = [parse_moment(value) for value in values if str(value)[:4].isdigit()]
    moments.append(read_address_day(address) if address else None)
    return [moment.at.date() for moment in moments if moment is not None]


def _considered(
    timing: Timing, order: DayOrder, name: str, value: object, basis: str, confidence: float, reason: str
) -> Moment | None:
    moment = read_moment(order.settle(value[:_MAX_RAW]) if isinstance(value, str) else value)
    shown = moment.at.isoformat() if moment else str(value)[:_MAX_RAW]
    if moment is None:
        timing.changes.append(
            Change(name, "dropped", f"bad_date: {reason} is no date that can be believed: {shown[:60]}")
        )
    timing.candidates.append(
        Candidate(name, shown, basis, confidence if moment else 0.0, reason if moment else f"{reason}: no date")
    )
    return moment


def _take_best(timing: Timing, found: list[tuple[str, float, str, Moment]]) -> None:
    """The first candidate by trust; a later one refines it when it names the same day with a clock time, or the same
    clock time with a zone.
    """
    if not found:
        return
    basis, _, reason, best = found[0]
    for other_basis, _, other_reason, moment in found[1:]:
        close = abs(moment.at - best.at) < timedelta(days=1) and best.precision == "day" and moment.precision != "day"
        if (close and moment.at.date() == best.at.date()) or _is_zoned_form(moment, best):
            basis, reason, best = other_basis, other_reason, moment
    timing.published, timing.basis = best, basis
    for candidate in timing.candidates:
        if (
            candidate.field == "published_at"
            and candidate.basis == basis
            and candidate.reason == reason
            and candidate.confidence
        ):
            candidate.is_chosen = True
            break


def _is_zoned_form(moment: Moment, best: Moment) -> bool:
    """True when a moment with a zone is another without one, read in that zone: whole quarters of an hour apart."""
    apart = abs(moment.at - best.at)
    clocks = "day" not in (moment.precision, best.precision)
    return clocks and moment.has_zone and not best.has_zone and apart <= _FARTHEST_ZONE and not apart % _QUARTER


def _take_modified(timing: Timing, order: DayOrder, head: Head, structured: Structured) -> None:
    raw = [("jsonld", 0.9, "dateModified in JSON-LD", structured.modified)]
    raw += [("meta", 0.85, name, value) for name, value in head.all(META_NAMES["modified"])]
    for basis, confidence, reason, value in raw:
        moment = _considered(timing, order, "modified_at", value, basis, confidence, reason) if value else None
        if moment is not None and timing.modified is None:
            timing.modified = moment.at
            timing.candidates[-1].is_chosen = True


def _time_elements(page: Page, layout: Layout) -> list[tuple[str, float, str, object]]:
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


def _date_lines(timing: Timing, order: DayOrder, page: Page, layout: Layout) -> list[tuple[str, float, str, Moment]]:
    """Dates written out between headline and text, or right before the headline."""
    if not layout.body:
        return []
    first = layout.body[0]
    low = min(layout.title if layout.title is not None else first, first) - 3
    found: list[tuple[str, float, str, Moment]] = []
    for position in range(max(0, low), min(first + 2, len(page.blocks))):
        text = page.blocks[position].text
        if len(text) > 160 or position == layout.title or starts_with("updated", text):
            continue
        for reading in find_dates(order.settle(text))[:1]:
            if reading.at is not None and is_plausible(reading.at.date()):
                timing.candidates.append(
                    Candidate("published_at", reading.at.isoformat(), "text", 0.6, "date line near the headline")
                )
                found.append(("text", 0.6, "date line near the headline", Moment(reading.at, reading.precision, False)))
    return found


def read_address_day(address: str) -> Moment | None:
    """The day that an address carries (/2026/02/13/); None when it carries none."""
    match = _URL_DAY.search(address) or _URL_DAY_APART.search(address) or _URL_STAMP.search(address)
    return parse_moment(f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}") if match else None
