"""When it was published and changed: date candidates of a page, and the choice among them.

Where they stand is in time_places.py, reading a value in moments.py.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from assets.parsing.day_order import DayOrder
from assets.parsing.html.address import address_domain
from assets.parsing.html.blocks import Page
from assets.parsing.html.date_lines import date_lines
from assets.parsing.html.head import META_NAMES, Head
from assets.parsing.html.layout import Layout
from assets.parsing.html.moments import Moment, parse_moment, read_moment
from assets.parsing.html.structured import Structured
from assets.parsing.html.time_places import read_address_day, time_elements
from assets.parsing.model import Candidate, Change

_FARTHEST_ZONE, _QUARTER = timedelta(hours=14), timedelta(minutes=15)
_MAX_RAW = 200
# Names of meta elements that some systems fill with the day a page was generated: a line that says "published" under
# the headline goes before.
_VAGUE = frozenset(("date", "dc.date", "dcterms.date", "timestamp"))
_PLAIN = 0.65


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
    texts = (block.text for block in page.blocks)
    order = DayOrder(texts, page.language, address_domain(address), lambda: _machine_days(head, structured, address))
    raw: list[tuple[str, float, str, object]] = [("jsonld", 0.95, "datePublished in JSON-LD", structured.published)]
    raw += [("meta", 0.9, name, value) for name, value in head.all(META_NAMES["published"])]
    raw += time_elements(page, layout)
    raw += [("meta", 0.65, name, value) for name, value in head.all(META_NAMES["published_weak"])]
    found = [
        (basis, confidence, reason, moment)
        for basis, confidence, reason, value in raw
        if value and (moment := _considered(timing, order, "published_at", value, basis, confidence, reason))
    ]
    if address and (day := read_address_day(address)) is not None:
        found.append(("url", 0.7, "day in the address", day))
        timing.candidates.append(Candidate("published_at", day.at.date().isoformat(), "url", 0.7, "day in the address"))
    if not found or found[0][2] in _VAGUE:
        lines = date_lines(page, layout, order)
        told = [("text", line.confidence, line.reason, line.moment) for line in lines]
        timing.candidates += [Candidate("published_at", at.at.isoformat(), *rest) for *rest, at in told]
        found = told + found if told and told[0][1] >= _PLAIN else found + told
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
