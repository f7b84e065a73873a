"""The tables of stories. Each day's articles are grouped, then each group joins the most similar story of its week."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.contract.frames import conform_frame
from assets.stories.days import Days, find_near, order_batches, read_days
from assets.stories.linkage import group_batch
from assets.stories.summary import describe_stories
from assets.stories.vectors import Numbers, Vectors, index_rows, mean_similarity, read_vectors

# Mean similarity at which articles of a day are one story, and at which a day's group joins an earlier story.
GROUP_THRESHOLD, JOIN_THRESHOLD = 0.18, 0.18
# The mean over an established story varies less, so that a lone article joins it at less.
LONE_THRESHOLD, ESTABLISHED = 0.14, 3


@dataclass(frozen=True)
class Stories:
    """The table `stories`, and `story_members` under the name of the table that it becomes."""

    stories: pl.DataFrame
    story_articles: pl.DataFrame


def cluster_stories(articles: pl.DataFrame, copies: pl.DataFrame, weights: pl.DataFrame) -> Stories:
    """Group relate articles by event; `copies` is article_copies, `weights` comes from weigh_articles.

    Copies go where their canonical article goes. A function of the set of rows.
    """
    placed = articles.join(copies, on="article_id", how="left").with_columns(pl.col("is_canonical").fill_null(True))
    placed = placed.join(weights, on="article_id", how="left").sort("article_id")
    vectors = read_vectors(placed)
    stories = group_stories(vectors, read_days(placed), np.flatnonzero(placed["is_canonical"].to_numpy()))
    frames = describe_stories(placed, vectors, stories)
    return Stories(conform_frame("stories", frames[0]), conform_frame("story_members", frames[1]))


def group_stories(vectors: Vectors, days: Days, rows: Numbers) -> list[Numbers]:
    """Rows of each story, ascending; stories in the order of their first row."""
    story_of = np.full(len(days.landed), -1, dtype=np.int64)
    stories = 0
    for batch in order_batches(days, rows):
        groups = group_batch(vectors, batch, GROUP_THRESHOLD)
        active = _find_active(days, rows[story_of[rows] >= 0], story_of, int(batch[0]))
        joined = _join_groups(vectors, groups, active, story_of[active], JOIN_THRESHOLD)
        for group, story in zip(groups, joined, strict=True):
            story_of[group] = story if story >= 0 else stories
            stories += story < 0
    _join_lone(vectors, days, rows, story_of)
    order = np.lexsort((rows, story_of[rows]))
    parts = np.split(rows[order], np.flatnonzero(np.diff(story_of[rows][order])) + 1) if len(rows) else []
    return sorted(parts, key=lambda part: int(part[0]))


def _join_lone(vectors: Vectors, days: Days, rows: Numbers, story_of: Numbers) -> None:
    """Let articles that are alone join established stories, all as they stand before (written into `story_of`)."""
    sizes = np.bincount(story_of[rows])
    lone = rows[sizes[story_of[rows]] == 1]
    established = rows[sizes[story_of[rows]] >= ESTABLISHED]
    before = story_of.copy()
    for batch in order_batches(days, lone):
        active = _find_active(days, established, before, int(batch[0]))
        groups = [batch[position : position + 1] for position in range(len(batch))]
        joined = np.array(_join_groups(vectors, groups, active, before[active], LONE_THRESHOLD))
        story_of[batch[joined >= 0]] = joined[joined >= 0]


def _find_active(days: Days, rows: Numbers, story_of: Numbers, row: int) -> Numbers:
    """Those of `rows` whose story has an article near in time to `row`."""
    stories = story_of[rows]
    return rows[np.isin(stories, np.unique(stories[find_near(days, row, rows)]))]


def _join_groups(
    vectors: Vectors, groups: list[Numbers], active: Numbers, stories: NDArray[np.int64], threshold: float
) -> list[int]:
    """The story that each group joins: the most similar one, the oldest among equals; -1 where none is enough."""
    if not len(active):
        return [-1] * len(groups)
    index = index_rows(vectors, active)
    numbers, inverse = np.unique(stories, return_inverse=True)
    sizes = np.bincount(inverse)
    joined = []
    for group in groups:
        products = np.bincount(inverse, index.score(*vectors.add_up(group)))
        means = mean_similarity(products, sizes * len(group))
        best = int(means.argmax())
        joined.append(int(numbers[best]) if means[best] >= threshold else -1)
    return joined
