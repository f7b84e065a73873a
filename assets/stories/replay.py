"""Stories as of each landing day, one day after the other, from the first day that is not what it was.

So what a story became from day to day is a function of the set of articles, whenever they were read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from assets.stories.days import Days
from assets.stories.graph import Graph
from assets.stories.history import History, build_history, entries_of
from assets.stories.memory import Recalled
from assets.stories.passes import Grouping, Memory, find_alone, group_stories
from assets.stories.touched import Touched
from assets.stories.vectors import Numbers


@dataclass(frozen=True)
class Step:
    """A landing day, and the grouping before and after its articles landed."""

    day: int
    before: Grouping
    after: Grouping


def replay(graph: Graph, days: Days, landed: Numbers, recalled: Recalled) -> tuple[Grouping, History, list[Step]]:
    """The grouping of all, its history, and the steps that were gone through anew; `landed` are days by row."""
    start = find_start(landed, recalled)
    history = recalled.history.until(start, recalled.row_of, len(landed))
    steps = list(_step_on(graph, days, landed, (recalled, history.as_of(start), start)))
    entries = [entries_of(history), *(_note(step) for step in steps)]
    grown = build_history(len(landed), *(np.concatenate(parts) for parts in zip(*entries, strict=True)))
    return steps[-1].after if steps else history.as_of(start), grown, steps


def find_start(landed: Numbers, recalled: Recalled) -> int:
    """The first landing day with an article that is new, changed or gone; later than all where there is none."""
    differing = np.append(landed[recalled.is_new], recalled.gone_landed)
    return int(differing.min()) if len(differing) else int(landed.max(initial=0)) + 1


def _step_on(graph: Graph, days: Days, landed: Numbers, known: tuple[Recalled, Grouping, int]) -> Iterator[Step]:
    recalled, before, start = known
    for day in np.unique(landed[landed >= start]).tolist():
        news = Touched(days, np.flatnonzero(landed == day))
        memories = [Memory(before, find_alone(before.founders), news), recalled.as_of(day, days, landed)]
        after = group_stories(graph, days, np.flatnonzero(landed <= day), memories)
        yield Step(day, before, after)
        before = after


def _note(step: Step) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Entries of what a step changed."""
    before, after = step.before, step.after
    rows = np.flatnonzero((before.founders != after.founders) | (before.stories != after.stories))
    return rows, np.full(len(rows), step.day), after.founders[rows], after.stories[rows]
