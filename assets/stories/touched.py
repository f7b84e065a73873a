"""Which days have to be grouped anew: those near an article that is new, changed, gone, or now in another story.

All others keep what was found before: grouping reads nothing of an article but what stands in its window.
"""

from collections.abc import Iterable

import numpy as np

from assets.stories.days import UNDATED, WINDOW_DAYS, Batch, Days
from assets.stories.vectors import Numbers


class Touched:
    """Days of what differs from an earlier grouping, while a new one goes on."""

    def __init__(self, days: Days, changed: Numbers, gone: Days | None = None) -> None:
        self._days = days
        # Days of publication, landing days of dated articles, landing days of undated ones.
        self._published: set[int] = set()
        self._landed: set[int] = set()
        self._undated: set[int] = set()
        self.add(changed)
        if gone:
            self._add(gone)

    def add(self, rows: Numbers) -> None:
        """Note that something about these rows is not what it was."""
        self._add(self._days.select(rows))

    def before(self, batch: Batch) -> bool:
        """Whether a batch has to be grouped anew: what it is compared with was placed before it."""
        if batch.is_dated:
            return _meets(self._published, range(batch.day - WINDOW_DAYS, batch.day + 1))
        by_landing = range(batch.day - WINDOW_DAYS, batch.day + WINDOW_DAYS + 1)
        return _meets(self._landed, by_landing) or _meets(self._undated, by_landing[: WINDOW_DAYS + 1])

    def around(self, batch: Batch) -> bool:
        """Whether articles of a batch that are alone have to be placed anew: they are compared on both sides."""
        window = range(batch.day - WINDOW_DAYS, batch.day + WINDOW_DAYS + 1)
        if batch.is_dated:
            return _meets(self._published, window)
        return _meets(self._landed, window) or _meets(self._undated, window)

    def _add(self, days: Days) -> None:
        dated = days.published != UNDATED
        self._published.update(np.unique(days.published[dated]).tolist())
        self._landed.update(np.unique(days.landed[dated]).tolist())
        self._undated.update(np.unique(days.landed[~dated]).tolist())


def _meets(days: set[int], window: Iterable[int]) -> bool:
    return any(day in days for day in window)
