"""Dates in figures around an article that can be read two ways (02/12/2024), settled as far as the page tells.

Put here: what a text page tells about the order. Keep out: the rule itself (parsing/day_order.py).
"""

import itertools
from collections.abc import Sequence
from datetime import date

from assets.parsing.dates import DateReading, parse_date
from assets.parsing.day_order import DayOrder
from assets.parsing.language import detect_language
from assets.parsing.text.article import Draft
from assets.parsing.text.header import Header
from assets.parsing.text.kinds import Block

_LEAST_REPORTS = 2
_DIGEST = 0.55


def settle_day_order(header: Header, article: Sequence[Block], page: Sequence[Block]) -> None:
    """Read the header's doubtful dates again, with the page's other dates and the language of the article's words."""
    readings = [reading for reading, _, _ in header.dates] + header.updates
    if all(reading.at for reading in readings):
        return
    language, _ = detect_language(" ".join(block.text for block in article[:20]))

    def known() -> list[date]:
        return [reading.at.date() for reading in readings if reading.at]

    order = DayOrder((block.text for block in page), language, None, known)
    header.dates = [(_read_again(reading, order), sure, where) for reading, sure, where in header.dates]
    header.updates = [_read_again(reading, order) for reading in header.updates]


def _read_again(reading: DateReading, order: DayOrder) -> DateReading:
    settled = None if reading.at else parse_date(order.settle(reading.text))
    if settled is None or settled.at is None:
        return reading
    reason = "day and month by the page's language or its other dates"
    return DateReading(settled.at, settled.precision, reading.text, reading.start, reading.end, reason)


def share_digest_date(drafts: Sequence[Draft], page: Sequence[Block]) -> None:
    """Give the day on top of a digest to its reports: when none has a day of its own and the top names one only.

    Articles below a heading for others ("Related") are not the digest's.
    """
    reports = [draft for draft in drafts if draft.plan.under is None and draft.plan.matter is None]
    if len(reports) < _LEAST_REPORTS or any(_is_dated(draft) for draft in reports):
        return
    titles = {id(draft.title) for draft in reports}
    top = list(itertools.takewhile(lambda block: id(block) not in titles, page))
    found = [reading for block in top if block.meta for reading in block.meta.published if reading.at]
    if len({reading.at.date() for reading in found if reading.at}) == 1:
        for draft in reports:
            draft.header.dates.append((found[0], _DIGEST, "date of the digest"))


def _is_dated(draft: Draft) -> bool:
    """True when a line below the headline has a date or relative time."""
    lines = draft.plan.head
    below = next((i for i, block in enumerate(lines) if block is draft.title), -1)
    return any(block.meta is not None and block.meta.is_timed for block in lines[below + 1 :])
