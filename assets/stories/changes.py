"""Merges and splits of stories, told from landing days alone: what a story was before a day is what its articles that
had landed by then give by themselves. So the record is a function of the set of articles, whenever they were read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import polars as pl

from assets.contract.frames import build_frame, conform_frame
from assets.stories.days import read_days
from assets.stories.graph import UNIT, Graph
from assets.stories.passes import JOIN_THRESHOLD, Flags, group_stories, know_nothing
from assets.stories.summary import id_from
from assets.stories.vectors import Numbers

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class _Change:
    """Rows of the articles that name both stories, what happened, and the day, counted from EPOCH."""

    row: int
    change: str
    other_row: int
    day: int
    reason: str


class _Landed:
    """Stories by row, and by landing day of their articles."""

    def __init__(self, named: pl.DataFrame, graph: Graph) -> None:
        self.graph, self._days = graph, read_days(named)
        self.stories = named["story"].to_numpy()
        self.landed = named["first_landed_on"].cast(pl.Int32).cast(pl.Int64).to_numpy()
        first = named.select("first_landed_on", "first_article_id").with_row_index("row")
        self._rank = np.empty(named.height, dtype=np.int64)
        self._rank[first.sort("first_landed_on", "first_article_id")["row"].to_numpy()] = np.arange(named.height)
        self._order = np.argsort(self.stories, kind="stable")

    def rows_of(self, story: int) -> Numbers:
        """The rows of a story, ascending."""
        low, high = (np.searchsorted(self.stories, story, side, sorter=self._order) for side in ("left", "right"))
        return self._order[low:high]

    def first_of(self, rows: Numbers) -> int:
        """The row that a story of these rows is named after: what landed first."""
        return int(rows[self._rank[rows].argmin()])

    def days_of(self, rows: Numbers) -> list[int]:
        """Landing days of these rows, ascending."""
        return np.unique(self.landed[rows]).tolist()

    def group_until(self, rows: Numbers, day: int) -> list[Numbers]:
        """The stories that those of these rows that had landed by a day would be by themselves."""
        rows = rows[self.landed[rows] <= day]
        if len(rows) == 1:
            return [rows]
        alone = group_stories(self.graph.select(rows), self._days.select(rows), know_nothing(len(rows))).stories
        return [rows[alone == story] for story in np.unique(alone)]


def find_changes(named: pl.DataFrame, graph: Graph, stale: Flags, kept: pl.DataFrame) -> pl.DataFrame:
    """`story_changes` of canonical articles (story, story_id, days, first_landed_on, first_article_id).

    Only stories with `stale` rows are looked at anew; of the others what `kept` says still holds.
    """
    view = _Landed(named, graph)
    fresh = named.filter(pl.Series(~stale, dtype=pl.Boolean))["story_id"].unique().implode()
    holds = pl.col("other_story_id").is_in(fresh) & (
        (pl.col("change") == "merged into") | pl.col("story_id").is_in(fresh)
    )
    ids = named.select(id_from(pl.col("first_article_id"))).to_series()
    rows = [
        {"story_id": ids[found.row], "change": found.change, "other_story_id": ids[found.other_row],
         "landed_on": EPOCH + timedelta(days=found.day), "reason": found.reason}
        for found in (*_find_merges(view, stale), *_find_splits(view, stale))
    ]  # fmt: skip
    return conform_frame("story_changes", pl.concat([kept.filter(holds), build_frame("story_changes", rows)]))


def _find_merges(view: _Landed, stale: Flags) -> Iterator[_Change]:
    """Ids that parts of a story had until they became one; the part that landed first keeps its id."""
    for story in np.unique(view.stories[stale]).tolist():
        rows = view.rows_of(story)
        days = view.days_of(rows)
        ended: dict[int, int] = {}
        for day, following in pairwise(days):
            ended |= {view.first_of(part): following for part in view.group_until(rows, day)}
        own = view.first_of(rows)
        for part, day in sorted(ended.items()):
            if part != own:
                reason = f"{_count_landed(view, rows, day)} alike enough to both to make them one"
                yield _Change(part, "merged into", own, day, reason)


def _find_splits(view: _Landed, stale: Flags) -> Iterator[_Change]:
    """Pairs of stories whose first articles were in one story on an earlier day; the one that landed first goes on."""
    for one, other in _find_candidates(view, stale):
        rows = np.union1d(one, other)
        firsts = np.array([view.first_of(one), view.first_of(other)])
        days = [day for day in view.days_of(rows) if day >= view.landed[firsts].max()]
        together = [any(np.isin(firsts, part).all() for part in view.group_until(rows, day)) for day in days]
        if any(together) and not together[-1]:
            day = days[len(together) - together[::-1].index(True)]
            elder = view.first_of(rows)
            reason = f"{_count_landed(view, rows, day)} alike to one of the two, which are less alike on average since"
            yield _Change(int(firsts[firsts != elder][0]), "split from", elder, day, reason)


def _find_candidates(view: _Landed, stale: Flags) -> Iterator[tuple[Numbers, Numbers]]:
    """Rows of pairs of stories that were alike enough to be one on the first day when both had begun."""
    first, second, similarities = view.graph.pairs_of(np.flatnonzero(stale))
    begun, ended = _find_spans(view)
    one, other = view.stories[first], view.stories[second]
    start = np.maximum(begun[one], begun[other])
    kept = (one != other) & (np.maximum(ended[one], ended[other]) > start)
    kept &= (view.landed[first] <= start) & (view.landed[second] <= start)
    # A pair of two stale rows is met from both ends.
    doubled = similarities[kept] * np.where(stale[second], 1, 2)[kept]
    cells = np.minimum(one, other)[kept] * len(stale) + np.maximum(one, other)[kept]
    cells, inverse = np.unique(cells, return_inverse=True)
    for cell, total in zip(cells.tolist(), np.bincount(inverse, doubled).tolist(), strict=True):
        stories = divmod(cell, len(stale))
        rows = [view.rows_of(story) for story in stories]
        begin = max(begun[story] for story in stories)
        pairs = np.prod([(view.landed[part] <= begin).sum() for part in rows])
        if total / 2 >= JOIN_THRESHOLD * UNIT * pairs:
            yield rows[0], rows[1]


def _find_spans(view: _Landed) -> tuple[Numbers, Numbers]:
    """First and last landing day of each story, by the row that names it."""
    order = np.lexsort((view.landed, view.stories))
    stories, landed = view.stories[order], view.landed[order]
    begun, ended = np.zeros_like(landed), np.zeros_like(landed)
    # Of several values for one place the last one stays: latest days first, and the other way round.
    begun[stories[::-1]], ended[stories] = landed[::-1], landed
    return begun, ended


def _count_landed(view: _Landed, rows: Numbers, day: int) -> str:
    count = int((view.landed[rows] == day).sum())
    landed = f"landed on {EPOCH + timedelta(days=day)}"
    return f"one article that {landed} is" if count == 1 else f"{count} articles that {landed} are"
