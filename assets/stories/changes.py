"""Merges and splits: which ids of stories ended and began from one landing day to the next."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.contract.frames import build_frame, conform_frame
from assets.stories.days import name_day
from assets.stories.replay import Step
from assets.stories.summary import id_from
from assets.stories.vectors import Numbers


@dataclass(frozen=True)
class _Change:
    """Rows of the articles that give both stories their names, what happened, and the day."""

    row: int
    change: str
    other_row: int
    day: int
    reason: str


def find_changes(named: pl.DataFrame, landed: Numbers, steps: list[Step], kept: pl.DataFrame) -> pl.DataFrame:
    """`story_changes` of canonical articles (story_id, first_landed_on, first_article_id).

    Days before the first of `steps` are as `kept` says.
    """
    named = named.with_columns(id=id_from(pl.col("first_article_id")))
    ids, rank = named["id"], _rank(named)
    found = [change for step in steps for change in _compare(step, landed, rank)]
    rows = [
        {"story_id": ids[change.row], "change": change.change, "other_story_id": ids[change.other_row],
         "landed_on": name_day(change.day), "reason": change.reason}
        for change in found
    ]  # fmt: skip
    held = kept.filter(pl.col("landed_on") < name_day(steps[0].day)) if steps else kept
    every = pl.concat([frame.drop("current_story_id") for frame in (held, build_frame("story_changes", rows))])
    today = named.select("id", current_story_id="story_id")
    return conform_frame("story_changes", every.join(today, left_on="story_id", right_on="id"))


def _rank(named: pl.DataFrame) -> Numbers:
    """The place of each row in the order in which articles landed: a story is named after its first one."""
    rank = np.empty(named.height, dtype=np.int64)
    order = named.select("first_landed_on", "first_article_id").with_row_index("row")
    rank[order.sort("first_landed_on", "first_article_id")["row"].to_numpy()] = np.arange(named.height)
    return rank


def _compare(step: Step, landed: Numbers, rank: Numbers) -> Iterator[_Change]:
    """What became of the stories of the day before."""
    before, after = (_find_names(grouping.stories, rank) for grouping in (step.before, step.after))
    rows = np.arange(len(rank))
    was_name, is_name = before == rows, after == rows
    for row in np.flatnonzero(was_name & ~is_name).tolist():
        reason = f"{_count(landed, step, after[row])} alike enough to both to make them one"
        yield _Change(row, "merged into", int(after[row]), step.day, reason)
    for row in np.flatnonzero(is_name & ~was_name & (before >= 0)).tolist():
        reason = f"{_count(landed, step, row)} alike to this part only, so that the two are less alike on average"
        yield _Change(row, "split from", int(before[row]), step.day, reason)


def _find_names(stories: Numbers, rank: Numbers) -> Numbers:
    """The row that names the story of each row; -1 for those in none."""
    placed = np.flatnonzero(stories >= 0)
    names = np.full(len(stories), -1)
    # Of several values for one place the last one stays: the first that landed.
    latest_first = placed[np.argsort(-rank[placed])]
    names[stories[latest_first]] = latest_first
    return np.where(stories >= 0, names[stories], -1)


def _count(landed: Numbers, step: Step, row: int) -> str:
    count = int(((step.after.stories == step.after.stories[row]) & (landed == step.day)).sum())
    told = f"that landed on {name_day(step.day)}"
    return f"one article {told} is" if count == 1 else f"{count} articles {told} are"
