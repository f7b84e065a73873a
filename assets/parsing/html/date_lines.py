"""Lines of a page that give the day of publication, best first: by where they stand and what they say of their date.

What a line says is told in date_labels.py. Machine-written times come before all of these (timing.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assets.parsing.dates import find_dates
from assets.parsing.html.blocks import Page
from assets.parsing.html.date_labels import BARE, CHANGED, PUBLISHED, STATED, label
from assets.parsing.html.day_order import DayOrder
from assets.parsing.html.layout import Layout
from assets.parsing.html.moments import Moment, is_plausible

HEAD, TAIL, ELSEWHERE = "near the headline", "after the text", "elsewhere on the page"
# Blocks before the headline, after the first paragraph and after the last that belong to the article.
BEFORE, AFTER, BELOW = 3, 5, 8
LONGEST_LINE = 400
LONGEST_BARE = 160
LONGEST_BELOW = 70
LONGEST_IN_TEXT = 40
MOST_LINES = 300
LEAVES, LONGEST_LEAF = 3, 12
_NOT_OURS = frozenset(("comment", "teaser", "advertisement"))
# What a line says of its date and where it stands -> how far it is believed.
_TRUST = {
    (PUBLISHED, HEAD): 0.65,
    (BARE, HEAD): 0.6,
    (PUBLISHED, TAIL): 0.6,
    (BARE, TAIL): 0.5,
    (PUBLISHED, ELSEWHERE): 0.45,
    (STATED, HEAD): 0.45,
    (STATED, TAIL): 0.4,
    (STATED, ELSEWHERE): 0.4,
    (CHANGED, HEAD): 0.3,
    (CHANGED, TAIL): 0.3,
    (CHANGED, ELSEWHERE): 0.3,
}
_SAID = {
    PUBLISHED: "date line",
    BARE: "date line",
    STATED: "day of which the text holds",
    CHANGED: "day of the last change, no other is named",
}


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date in a line: how far it is believed as that of publication, and why."""

    confidence: float
    reason: str
    moment: Moment
    is_change: bool


def date_lines(page: Page, layout: Layout, order: DayOrder) -> list[DateLine]:
    """All dates that lines of the page give as that of the article, best first; those of events are left out."""
    if not layout.body:
        return []
    found: list[DateLine] = []
    for place, position in _places(page, layout):
        if line := _read(page, layout, order, position, place):
            found.append(line)
    return sorted(found, key=lambda line: -line.confidence)


def _places(page: Page, layout: Layout) -> Iterator[tuple[str, int]]:
    """Blocks in the order of trust: headline to text, before the headline, after the text, all others from the end."""
    first, last, end = layout.body[0], layout.body[-1], len(page.blocks)
    title = layout.title if layout.title is not None and layout.title < first else first
    head = [*range(title, min(first + AFTER, end)), *range(title - 1, max(-1, title - 1 - BEFORE), -1)]
    tail = []
    for position in range(last, min(last + 1 + BELOW, end)):
        if layout.roles[position][0] == "comment":
            break
        tail.append(position)
    near = {*head, *tail}
    yield from ((HEAD, position) for position in head)
    yield from ((TAIL, position) for position in tail if position not in head)
    others = [position for position in range(end - 1, -1, -1) if position not in near]
    yield from ((ELSEWHERE, position) for position in others[:MOST_LINES])


def _read(page: Page, layout: Layout, order: DayOrder, position: int, place: str) -> DateLine | None:
    """The best date of one block; None when it gives none of the article."""
    text, role = _line(page, position, place), layout.roles[position][0]
    if len(text) > LONGEST_LINE or position == layout.title or (place != HEAD and role in _NOT_OURS):
        return None
    text = order.settle(text)
    best: DateLine | None = None
    for reading in find_dates(text):
        if reading.at is None or not is_plausible(reading.at.date()):
            continue
        kind = label(text, reading.start, reading.end)
        trust = _TRUST.get((kind, place), 0.0)
        if kind == BARE and len(text) > _longest_bare(place, role):
            continue
        if trust > (best.confidence if best else 0.0):
            moment = Moment(reading.at, reading.precision, has_zone=False)
            best = DateLine(trust, f"{_SAID[kind]} {place}", moment, kind == CHANGED)
    return best


def _longest_bare(place: str, role: str) -> int:
    """How long a line may be that says nothing of its date; in the text itself as long as "Delft, 3 March 2011"."""
    if role == "body":
        return LONGEST_IN_TEXT
    return LONGEST_BARE if place == HEAD else LONGEST_BELOW


def _line(page: Page, position: int, place: str) -> str:
    """The text of a block; of a calendar leaf near the headline ("15", "Mar", "2012") with those after it."""
    text = page.blocks[position].text
    if place != HEAD or len(text) > LONGEST_LEAF:
        return text
    leaf = [block.text for block in page.blocks[position : position + LEAVES]]
    return " ".join(leaf) if all(len(part) <= LONGEST_LEAF for part in leaf) else text
