"""Grouping by day: each day's articles are grouped, then each group joins the most similar story of its week.

Three passes: dated days in their order, undated articles by landing day, then articles that stayed alone. A day is
grouped anew only where something of its window is not what it was when it was grouped before (touched.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.stories.days import Batch, Days, find_window, order_batches
from assets.stories.graph import UNIT, Graph
from assets.stories.linkage import group_batch
from assets.stories.touched import Touched
from assets.stories.vectors import Numbers

# Mean similarity at which articles of a day are one story, and at which a day's group joins an earlier story.
GROUP_THRESHOLD, JOIN_THRESHOLD = 0.18, 0.18
# The mean over an established story varies less, so that a lone article joins it at less.
LONE_THRESHOLD, ESTABLISHED = 0.12, 3

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Grouping:
    """The story of each row, named by one of its rows, before and after articles that were alone joined others."""

    founders: Numbers
    stories: Numbers


@dataclass(frozen=True)
class Memory:
    """Another grouping of some of these articles (-1: not in it), and where it does not hold: what differs since."""

    grouping: Grouping
    were_alone: Flags
    touched: Touched


def group_stories(graph: Graph, days: Days, rows: Numbers, memories: Sequence[Memory]) -> Grouping:
    """The story of each of `rows`, -1 for all others. A day takes over what a memory says where nothing touched it."""
    founders = np.full(len(graph), -1)
    for batch in order_batches(days, rows):
        memory = next((memory for memory in memories if not memory.touched.before(batch)), None)
        if memory is None:
            window = find_window(days, batch)
            founders[batch.rows] = _group_batch(graph, batch, np.where(window, founders, -1))
        else:
            founders[batch.rows] = memory.grouping.founders[batch.rows]
        for other in memories:
            other.touched.add(batch.rows[founders[batch.rows] != other.grouping.founders[batch.rows]])
    return Grouping(founders, _join_lone(graph, days, founders, memories))


def find_alone(founders: Numbers) -> Flags:
    """Which rows are the only ones of their story."""
    sizes = np.bincount(founders[founders >= 0], minlength=len(founders))
    return (founders >= 0) & (sizes[founders] == 1)


def _group_batch(graph: Graph, batch: Batch, active: Numbers) -> Numbers:
    """Founders of the rows of a batch; `active` are those of the rows that are near and placed already, else -1."""
    number = np.arange(len(batch.rows))
    if groups := group_batch(graph, batch.rows, GROUP_THRESHOLD):
        sizes = [len(group) for group in groups]
        positions = np.searchsorted(batch.rows, np.concatenate(groups))
        number[positions] = np.repeat(positions[np.cumsum([0, *sizes[:-1]])], sizes)
    joined = _join(graph, batch.rows, number, active, JOIN_THRESHOLD)
    return np.where(joined >= 0, joined, batch.rows[number])


def _join_lone(graph: Graph, days: Days, founders: Numbers, memories: Sequence[Memory]) -> Numbers:
    """Stories after articles that are alone joined established ones near them, all as they stand before."""
    stories, alone = founders.copy(), find_alone(founders)
    for memory in memories:
        memory.touched.add(np.flatnonzero(alone != memory.were_alone))
    for batch in order_batches(days, np.flatnonzero(alone)):
        memory = next((memory for memory in memories if not memory.touched.around(batch)), None)
        if memory is None:
            active = np.where(find_window(days, batch) & ~alone, founders, -1)
            sizes = np.bincount(active[active >= 0], minlength=len(active))
            established = np.where((active >= 0) & (sizes[active] >= ESTABLISHED), active, -1)
            joined = _join(graph, batch.rows, np.arange(len(batch.rows)), established, LONE_THRESHOLD)
            stories[batch.rows] = np.where(joined >= 0, joined, batch.rows)
        else:
            stories[batch.rows] = memory.grouping.stories[batch.rows]
    return stories


def _join(graph: Graph, rows: Numbers, number: Numbers, active: Numbers, threshold: float) -> Numbers:
    """For each row the story that its group joins: the most similar one, the first among equals; -1 for none."""
    first, second, similarities = graph.pairs_of(rows)
    near = active[second] >= 0
    cells = number[np.searchsorted(rows, first[near])] * len(active) + active[second[near]]
    cells, inverse = np.unique(cells, return_inverse=True)
    groups, stories = np.divmod(cells, max(len(active), 1))
    totals = np.bincount(inverse, similarities[near], minlength=len(cells))
    sizes, members = np.bincount(active[active >= 0], minlength=len(active)), np.bincount(number, minlength=len(rows))
    means = totals / (members[groups] * sizes[stories])
    order = np.lexsort((-stories, means))
    enough = order[means[order] >= threshold * UNIT]
    best = np.full(len(rows), -1)
    best[groups[enough]] = stories[enough]
    return best[number]
