"""Where each article stood on each landing day, as the days on which that changed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.stories.passes import Grouping
from assets.stories.vectors import Numbers


@dataclass(frozen=True)
class History:
    """Entries by row and day: of row i those from offsets[i] to offsets[i + 1], each the day and both its stories."""

    offsets: Numbers
    since: Numbers
    founders: Numbers
    stories: Numbers

    def as_of(self, day: int) -> Grouping:
        """Where each row stood when that day's articles had landed; -1 before its own landing day."""
        count = np.concatenate([[0], np.cumsum(self.since <= day)])
        reached = count[self.offsets[1:]] - count[self.offsets[:-1]]
        last = np.maximum(self.offsets[:-1] + reached - 1, 0)
        return Grouping(*(_pick(values, last, reached > 0) for values in (self.founders, self.stories)))

    def until(self, day: int, row_of: Numbers, count: int) -> "History":
        """What happened before that day, among `count` rows, where row i is now row_of[i] (ascending; -1: gone)."""
        rows = np.repeat(row_of, np.diff(self.offsets))
        kept = (self.since < day) & (rows >= 0)
        return build_history(
            count, rows[kept], self.since[kept], row_of[self.founders[kept]], row_of[self.stories[kept]]
        )


def build_history(count: int, rows: Numbers, since: Numbers, founders: Numbers, stories: Numbers) -> History:
    """A history of `count` rows from entries in any order."""
    order = np.lexsort((since, rows))
    offsets = np.searchsorted(rows[order], np.arange(count + 1))
    return History(offsets, since[order], founders[order], stories[order])


def entries_of(history: History) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Row, day and both stories of every entry."""
    rows = np.repeat(np.arange(len(history.offsets) - 1), np.diff(history.offsets))
    return rows, history.since, history.founders, history.stories


def _pick(values: Numbers, places: Numbers, has: NDArray[np.bool_]) -> Numbers:
    picked = np.full(len(places), -1)
    picked[has] = values[places[has]]
    return picked
