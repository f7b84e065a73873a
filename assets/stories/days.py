"""When an article counts as published, and which articles are near enough in time to report one event.

Two dated articles are compared by publication day. An article without a date is never kept apart by what it does not
say: it is compared by landing day with everything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.stories.vectors import Numbers

# Reports of one event come within a week of each other, or of the story's nearest report.
WINDOW_DAYS = 7
_KNOWN = ("second", "minute", "day")
# Added to days, so that none before 1970 meets the mark of the undated.
_SHIFT, UNDATED = 1_000_000, -1


@dataclass(frozen=True)
class Days:
    """Day numbers by article; published is UNDATED where it is not known to the day."""

    published: Numbers
    landed: Numbers

    def select(self, rows: Numbers) -> "Days":
        """The days of some articles."""
        return Days(self.published[rows], self.landed[rows])


@dataclass(frozen=True)
class Batch:
    """Rows that are grouped together: those of one publication day, or the undated ones of one landing day."""

    day: int
    is_dated: bool
    rows: Numbers


def published_on() -> pl.Expr:
    """The day of publication where it is known to the day, else null."""
    known = pl.col("published_precision").is_in(_KNOWN) & pl.col("published_at").is_not_null()
    return pl.when(known).then(pl.col("published_at").dt.date())


def number_days(days: pl.Series) -> Numbers:
    """Dates as numbers; UNDATED for null."""
    return (days.cast(pl.Int32).cast(pl.Int64) + _SHIFT).fill_null(UNDATED).to_numpy()


def name_day(number: int) -> date:
    """The date of a number."""
    return date(1970, 1, 1) + timedelta(days=number - _SHIFT)


def read_days(articles: pl.DataFrame) -> Days:
    """Days of articles (published_on, landed_on), in the order of their rows."""
    return Days(number_days(articles["published_on"]), number_days(articles["landed_on"]))


def order_batches(days: Days, rows: Numbers) -> Iterator[Batch]:
    """Rows by day, in the order in which they are grouped: dated ones by publication, then undated ones by landing."""
    undated = days.published[rows] == UNDATED
    day = np.where(undated, days.landed[rows], days.published[rows])
    order = np.lexsort((rows, day, undated))
    changes = np.flatnonzero((np.diff(day[order]) != 0) | (np.diff(undated[order].astype(int)) != 0)) + 1
    for part in np.split(order, changes) if len(rows) else []:
        yield Batch(int(day[part[0]]), not undated[part[0]], rows[part])


def find_window(days: Days, batch: Batch) -> NDArray[np.bool_]:
    """Which of all articles are near in time to those of a batch."""
    if not batch.is_dated:
        return np.abs(days.landed - batch.day) <= WINDOW_DAYS
    dated = days.published != UNDATED
    return dated & (np.abs(days.published - batch.day) <= WINDOW_DAYS)
