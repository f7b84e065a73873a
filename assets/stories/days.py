"""When an article counts as published, and which articles are near enough in time to report one event.

Two dated articles are compared by publication day. An article without a date is never kept apart by what it does not
say: it is compared by landing day with everything.
"""

from dataclasses import dataclass

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


def read_days(articles: pl.DataFrame) -> Days:
    """Days of relate articles, in the order of their rows."""
    known = pl.col("published_precision").is_in(_KNOWN) & pl.col("published_at").is_not_null()
    published = pl.when(known).then(pl.col("published_at").dt.date().cast(pl.Int32).cast(pl.Int64) + _SHIFT)
    days = articles.select(
        published=published.otherwise(UNDATED), landed=pl.col("landed_on").cast(pl.Int32).cast(pl.Int64) + _SHIFT
    )
    return Days(days["published"].to_numpy(), days["landed"].to_numpy())


def order_batches(days: Days, rows: Numbers) -> list[Numbers]:
    """Rows by day, in the order in which they are grouped: dated ones by publication, then undated ones by landing."""
    undated = days.published[rows] == UNDATED
    day = np.where(undated, days.landed[rows], days.published[rows])
    order = np.lexsort((rows, day, undated))
    changes = np.flatnonzero((np.diff(day[order]) != 0) | (np.diff(undated[order].astype(int)) != 0)) + 1
    return np.split(rows[order], changes) if len(rows) else []


def find_near(days: Days, row: int, others: Numbers) -> NDArray[np.bool_]:
    """Which of `others` are near in time to the article `row`."""
    landed = np.abs(days.landed[others] - days.landed[row])
    if days.published[row] == UNDATED:
        return landed <= WINDOW_DAYS
    dated = days.published[others] != UNDATED
    return np.where(dated, np.abs(days.published[others] - days.published[row]), landed) <= WINDOW_DAYS
