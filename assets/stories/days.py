"""When an article counts as published, and which articles are near enough in time to report one event.

Two dated articles are compared by publication day. An article without a date is never kept apart by what it does not say:
it is compared by landing day with everything.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.stories.vectors import Numbers

# Reports of one event come within a week of each other or of the story's last report.
WINDOW_DAYS = 7
_KNOWN = ("second", "minute", "day")


@dataclass(frozen=True)
class Days:
    """Day numbers by article; published is -1 for an undated article."""

    published: Numbers
    landed: Numbers


def read_days(articles: pl.DataFrame) -> Days:
    """Days of relate articles, in the order of their rows."""
    dated = pl.col("published_precision").is_in(_KNOWN) & pl.col("published_at").is_not_null()
    published = pl.when(dated).then(pl.col("published_at").dt.date().cast(pl.Int32)).otherwise(None)
    days = articles.select(
        # Shifted, so that no day before 1970 meets the mark of the undated.
        published=pl.coalesce(published + 1_000_000, -1).cast(pl.Int64),
        landed=pl.col("landed_on").cast(pl.Int32).cast(pl.Int64),
    )
    return Days(days["published"].to_numpy(), days["landed"].to_numpy())


def order_batches(days: Days, rows: Numbers) -> list[Numbers]:
    """Rows by day, in the order in which they are grouped: dated ones by publication, then undated ones by landing."""
    undated = days.published[rows] < 0
    day = np.where(undated, days.landed[rows], days.published[rows])
    order = np.lexsort((rows, day, undated))
    changes = np.flatnonzero((np.diff(day[order]) != 0) | (np.diff(undated[order].astype(int)) != 0)) + 1
    return np.split(rows[order], changes) if len(rows) else []
