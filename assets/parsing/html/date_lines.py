"""Lines of a page that give the day of publication, best first: by where they stand and what they say of their date.

What a line says is told in date_labels.py. Machine-written times come before all of these (timing.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assets.parsing.dates import find_dates
from assets.parsing.day_order import DayOrder
from assets.parsing.html.blocks import Page
from assets.parsing.html.date_labels import BARE, CHANGED, DATELINE, PUBLISHED, STATED, TOLD, label
from assets.parsing.html.layout import HEADINGS, Layout
from assets.parsing.html.moments import Moment, is_plausible

HEAD, TAIL, ELSEWHERE = "near the headline", "after the text", "elsewhere on the page"
# Blocks before the headline, after the first paragraph and after the last that belong to the article.
BEFORE, BEFORE_UNTITLED, AFTER, BELOW = 3, 12, 5, 8
LONGEST_LINE = 400
LONGEST_BARE = 160
LONGEST_BELOW = 70
LONGEST_IN_TEXT = 40
MOST_LINES = 300
LEAVES, LONGEST_LEAF = 3, 12
NAMED_ELSEWHERE = 0.42
_DATE_LINE = ("other", "date line")
_NOT_OURS = frozenset(("comment", "teaser", "advertisement"))
# What a line says of its date and where it stands -> how far it is believed.
_TRUST = {
    (PUBLISHED, HEAD): 0.65,
    (BARE, HEAD): 0.6,
    (PUBLISHED, TAIL): 0.6,
    (BARE, TAIL): 0.5,
    (PUBLISHED, ELSEWHERE): 0.45,
    (DATELINE, HEAD): 0.55,
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
    DATELINE: "date before the first sentence",
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
    named = {line.moment.at for line in found if line.confidence == NAMED_ELSEWHERE}
    told = [line for line in found if line.confidence != NAMED_ELSEWHERE or len(named) == 1]
    return sorted(told, key=lambda line: -line.confidence)


def _places(page: Page, layout: Layout) -> Iterator[tuple[str, int]]:
    """Blocks in the order of trust: headline to text, before the headline, after the text, all others from the end."""
    first, last, end = layout.body[0], layout.body[-1], len(page.blocks)
    is_titled = layout.title is not None and layout.title < first
    title, before = (layout.title or 0, BEFORE) if is_titled else (first, BEFORE_UNTITLED)
    head = [*range(title, min(first + AFTER, last + 1)), *range(title - 1, max(-1, title - 1 - before), -1)]
    tail = []
    for position in range(last, min(last + 1 + BELOW, end)):
        if layout.roles[position][0] == "comment" or (position > last and page.blocks[position].tag in HEADINGS):
            break
        tail.append(position)
    near = {*head, *tail}
    yield from ((HEAD, position) for position in head)
    yield from ((TAIL, position) for position in tail if position not in head)
    others = [position for position in range(end - 1, -1, -1) if position not in near]
    yield from ((ELSEWHERE, position) for position in others[:MOST_LINES])


def _read(page: Page, layout: Layout, order: DayOrder, position: int, place: str) -> DateLine | None:
    """The best date of one block; None when it gives none of the article."""
    block, role = page.blocks[position], layout.roles[position]
    if position == layout.title or (place != HEAD and role[0] in _NOT_OURS):
        return None
    if len(block.text) > LONGEST_LINE and position != layout.body[0]:
        return None
    text = order.settle(_line(page, position, place)[:LONGEST_LINE])
    best: DateLine | None = None
    for reading in find_dates(text):
        if reading.at is None or not is_plausible(reading.at.date()):
            continue
        kind = label(text, reading.start, reading.end)
        trust = _trust(kind, place, role, block.tag, len(text), reading.start)
        if trust > (best.confidence if best else 0.0):
            moment = Moment(reading.at, reading.precision, has_zone=False)
            best = DateLine(trust, f"{_SAID.get(kind, _SAID[BARE])} {place}", moment, kind == CHANGED)
    return best


def _trust(kind: str, place: str, role: tuple[str, str], tag: str, size: int, start: int) -> float:
    """How far a date is believed that begins at `start` of a line of `size` characters; 0 for not at all."""
    trust = _TRUST.get((kind, place), 0.0)
    if kind == BARE and trust:
        longest = LONGEST_IN_TEXT if role[0] == "body" else LONGEST_BARE if place == HEAD else LONGEST_BELOW
        trust = 0.0 if size > longest or (place == TAIL and tag == "li") else trust
    is_named = role == _DATE_LINE and kind in (BARE, TOLD) and place != HEAD and start <= LONGEST_BELOW
    return max(trust, NAMED_ELSEWHERE) if is_named else trust


def _line(page: Page, position: int, place: str) -> str:
    """The text of a block; of a calendar leaf near the headline ("15", "Mar", "2012") with those after it."""
    text = page.blocks[position].text
    if place != HEAD or len(text) > LONGEST_LEAF:
        return text
    leaf = [text]
    for block in page.blocks[position + 1 : position + LEAVES]:
        if len(block.text) > LONGEST_LEAF:
            break
        leaf.append(block.text)
    return " ".join(leaf)
