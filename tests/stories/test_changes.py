"""What is told of ids that end and begin, on groupings that are worked out by hand."""

from datetime import date

import numpy as np
import polars as pl

from assets.contract.frames import build_frame
from assets.stories.changes import find_changes
from assets.stories.days import name_day, number_days
from assets.stories.passes import Grouping
from assets.stories.replay import Step

DAYS = [date(2026, 11, day) for day in (16, 17, 18)]


def grouping(*stories: int) -> Grouping:
    return Grouping(np.array(stories), np.array(stories))


def changes(landed: list[int], last: list[str], *steps: tuple[Grouping, Grouping], kept=None) -> list[tuple]:
    """Rows of story_changes; the steps end on the last day, `last` are the stories in the end."""
    named = pl.DataFrame(
        {
            "first_article_id": [f"{letter}{'0' * 31}" for letter in "abcd"[: len(landed)]],
            "first_landed_on": [DAYS[day] for day in landed],
            "story_id": [f"s{letter}{'0' * 14}" for letter in last],
        }
    )
    numbers = number_days(named["first_landed_on"])
    days = number_days(pl.Series(DAYS))[-len(steps) :]
    made = [Step(int(day), before, after) for day, (before, after) in zip(days, steps, strict=True)]
    found = find_changes(named, numbers, made, build_frame("story_changes", kept or []))
    short = pl.col("story_id", "other_story_id", "current_story_id").str.slice(1, 1)
    return found.with_columns(short).drop("reason").rows()


def test_the_part_that_landed_first_keeps_its_id():
    # b landed first, though a comes first in the alphabet; c joins both.
    found = changes([1, 0, 2], ["b", "b", "b"], (grouping(0, 1, -1), grouping(0, 0, 0)))
    assert found == [("a", "merged into", "b", DAYS[2], "b")]


def test_what_leaves_a_story_is_told_and_what_is_new_is_not():
    found = changes([0, 1, 2, 2], ["a", "b", "b", "d"], (grouping(0, 0, -1, -1), grouping(0, 1, 1, 3)))
    assert found == [("b", "split from", "a", DAYS[2], "b")]


def test_an_id_leads_to_the_story_of_today_through_later_merges():
    steps = (grouping(0, 1, 2), grouping(0, 1, 1)), (grouping(0, 1, 1), grouping(0, 0, 0))
    found = changes([0, 0, 0], ["a", "a", "a"], *steps)
    assert found == [("b", "merged into", "a", DAYS[2], "a"), ("c", "merged into", "b", DAYS[1], "a")]


def test_days_that_were_not_gone_through_anew_stay_as_they_were():
    kept = [
        {"story_id": f"sb{'0' * 14}", "change": "merged into", "other_story_id": f"sa{'0' * 14}", "landed_on": day}
        for day in DAYS
    ]
    nothing = grouping(0, 0), grouping(0, 0)
    assert [row[3] for row in changes([0, 0], ["a", "a"], nothing, kept=kept)] == DAYS[:2]


def test_days_have_numbers_and_names():
    numbers = number_days(pl.Series([*DAYS, None], dtype=pl.Date))
    assert [name_day(number) for number in numbers[:3].tolist()] == DAYS
    assert numbers[3] == -1
