"""The tables of stories. Each day's articles are grouped, then each group joins the most similar story of its week."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.contract.frames import conform_frame
from assets.stories.days import WINDOW_DAYS, Days, order_batches, read_days
from assets.stories.linkage import group_batch
from assets.stories.summary import describe_stories
from assets.stories.vectors import Numbers, Vectors, index_rows, mean_similarity, read_vectors

# Mean similarity at which articles of a day are one story, and at which a day's group joins an earlier story.
GROUP_THRESHOLD, JOIN_THRESHOLD = 0.2, 0.2


@dataclass(frozen=True)
class Stories:
    """The table `stories`, and `story_members` under the name of the table that it becomes."""

    stories: pl.DataFrame
    story_articles: pl.DataFrame


def cluster_stories(articles: pl.DataFrame, copies: pl.DataFrame, weights: pl.DataFrame) -> Stories:
    """Group relate articles by event; `copies` is article_copies, `weights` comes from weigh_articles.

    Copies go where their canonical article goes. A function of the set of rows.
    """
    articles = articles.join(copies, on="article_id", how="left").sort("article_id")
    ids = articles.select("article_id")
    vectors = read_vectors(ids.join(weights, on="article_id", how="left", maintain_order="left"))
    canonical = np.flatnonzero(articles["is_canonical"].fill_null(True).to_numpy())
    stories = group_stories(vectors, read_days(articles), canonical)
    frames = describe_stories(articles, vectors, stories)
    return Stories(conform_frame("stories", frames[0]), conform_frame("story_members", frames[1]))


def group_stories(vectors: Vectors, days: Days, rows: Numbers) -> list[Numbers]:
    """Rows of each story, ascending; stories in the order of their first row."""
    story_of = np.full(len(days.landed), -1, dtype=np.int64)
    stories = 0
    for batch in order_batches(days, rows):
        groups = group_batch(vectors, batch, GROUP_THRESHOLD)
        known = rows[story_of[rows] >= 0]
        active = known[_find_active(days, known, story_of[known], batch)]
        joined = _join_groups(vectors, groups, active, story_of[active])
        for group, story in zip(groups, joined, strict=True):
            story_of[group] = story if story >= 0 else stories
            stories += story < 0
    order = np.lexsort((rows, story_of[rows]))
    parts = np.split(rows[order], np.flatnonzero(np.diff(story_of[rows][order])) + 1) if len(rows) else []
    return sorted(parts, key=lambda part: int(part[0]))


def _find_active(days: Days, rows: Numbers, stories: Numbers, batch: Numbers) -> np.ndarray:
    """Which of `rows` belong to a story that is near enough in time to the batch, which is of one day."""
    first = batch[0]
    if days.published[first] >= 0:
        apart = days.published[first] - days.published[rows]
    else:
        apart = np.abs(days.landed[first] - days.landed[rows])
    near = np.unique(stories[apart <= WINDOW_DAYS])
    return np.isin(stories, near)


def _join_groups(vectors: Vectors, groups: list[Numbers], active: Numbers, stories: Numbers) -> list[int]:
    """The story that each group joins: the one with the highest mean similarity, the oldest among equals; -1 for none."""
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
        joined.append(int(numbers[best]) if means[best] >= JOIN_THRESHOLD else -1)
    return joined
