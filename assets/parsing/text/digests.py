"""Digests: several reports in a row, parted by a line that stands below each ("Read the full story").

Put here: finding the units that such lines part. Keep out: reports that are signed (layout.py).
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from assets.parsing.text.kinds import Block
from assets.parsing.text.units import Unit, is_title_like

_PARTING = {"navigation", "read_also", "related", "url"}
_LEAST_COPIES = 2
_LEAST_SHARE = 0.4
_TITLE_WORDS = 3
_ITEM_WORDS = 15
_MOST_LINES = 5
_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=\D)")


def find_items(units: Sequence[Unit], offset: int = 0) -> set[int]:
    """Positions (from `offset` on) of the units that each start a report of a digest; empty when the page is none.

    The line that parts them stands right below the text of each, at least twice, and a headline right above the next.
    Between the paragraphs of one article such lines stand below boxes, which hold less than the article.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, unit in enumerate(units[1:], start=1):
        if unit.head and unit.head[0].kind in _PARTING:
            places[unit.head[0].text.casefold()].append(i)
    items: set[int] = set()
    for copies in places.values():
        started = {i for i in copies if _starts_item(units[i])}
        if len(copies) >= _LEAST_COPIES and len(started) >= len(copies) - 1:
            items |= started
    is_most = sum(units[i].words for i in items) >= _LEAST_SHARE * sum(unit.words for unit in units)
    return {i + offset for i in items} if is_most else set()


def _starts_item(unit: Unit) -> bool:
    line = _last_title(unit.head)
    is_near = len(unit.head) <= _MOST_LINES and line is not None and line.words >= _TITLE_WORDS
    return is_near and unit.words >= _ITEM_WORDS and unit.head[-1].kind in {"short", "byline", "meta"}


def strip_number(block: Block) -> None:
    """Take "1. " off the headline of a digest's report."""
    block.text = _NUMBER.sub("", block.text)


def _last_title(head: Sequence[Block]) -> Block | None:
    return next((b for b in reversed(head) if is_title_like(b)), None)


def first_item(units: Sequence[Unit], items: set[int], start: int) -> int:
    """Where the digest's first report starts: right before the first one that a line parts from it, or at `start`."""
    before = min(items) - 1 if items else start
    return before if before > start and _last_title(units[before].head) is not None else start


def own_lines(head: Sequence[Block]) -> list[Block]:
    """The lines of a digest's report: from its headline on; the digest's own name and date stand above."""
    line = _last_title(head)
    return list(head[next(i for i, b in enumerate(head) if b is line) :]) if line is not None else list(head)
