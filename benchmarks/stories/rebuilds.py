"""Incremental equals rebuild: a collection fed by days, and in random parts, gives the tables of one run."""

from datetime import date

import numpy as np
import polars as pl

from assets.stories.clusters import Kept, Stories, cluster_stories
from assets.stories.weights import weigh_articles
from benchmarks.corpus.articles import generate_articles
from benchmarks.corpus.relate import alone
from benchmarks.stories.days import draw_copies, scatter

SEEDS, PARTS = 3, 8
TABLES = ("stories", "story_members", "story_changes")


def compare_rebuilds(count: int) -> None:
    """Print for several feedings whether all three tables are the same. Raises AssertionError where one is not."""
    made = generate_articles(count)[0]
    # Short texts are doubtful, so that stories merge and split as days come in.
    articles = scatter(made, seed=3, late=0.4).with_columns(pl.col("body").str.slice(0, 500))
    copies, weights = draw_copies(articles, seed=4), weigh_articles(articles)
    whole = cluster_stories(articles, copies, weights)
    changes = dict(whole.story_changes.group_by("change").len().sort("change").iter_rows())
    print(f"\n{count:,} articles, {whole.stories.height:,} stories, changes: {changes}")
    for name, parts in _feedings(articles):
        last: Stories | None = None
        for number in range(int(parts.max()) + 1):
            some = articles.filter(parts <= number).sample(fraction=1, shuffle=True, seed=number)
            kept = Kept(last.story_places, last.story_changes) if last else None
            last = cluster_stories(some, copies.join(some, on="article_id", how="semi"), weights, kept=kept)
        assert last is not None
        assert all(getattr(last, table).equals(getattr(whole, table)) for table in TABLES), name
        print(f"  {name}: the same {', '.join(TABLES)}")
    count_endings(articles, weights)


def _feedings(articles: pl.DataFrame) -> list[tuple[str, pl.Series]]:
    days = articles["landed_on"].rank("dense").cast(pl.Int64) - 1
    by_day = [("day by day", days), ("the last day first", int(days.max()) - days)]
    generators = [np.random.Generator(np.random.PCG64(seed)) for seed in range(SEEDS)]
    at_random = [pl.Series(random.integers(0, PARTS, articles.height)) for random in generators]
    return by_day + [(f"{PARTS} random parts, seed {seed}", parts) for seed, parts in enumerate(at_random)]


def count_endings(articles: pl.DataFrame, weights: pl.DataFrame) -> None:
    """Print how many ids that a daily reader saw end are in `story_changes`, on the day on which they ended."""
    ended: dict[str, date] = {}
    before: set[str] = set()
    last: Stories | None = None
    for day in articles["landed_on"].unique().sort():
        some = articles.filter(pl.col("landed_on") <= day)
        kept = Kept(last.story_places, last.story_changes) if last else None
        last = cluster_stories(some, alone(some), weights, kept=kept)
        ids = set(last.stories["story_id"])
        ended = {story: when for story, when in ended.items() if story not in ids} | dict.fromkeys(before - ids, day)
        before = ids
    assert last is not None
    told = last.story_changes.filter(change="merged into").sort("landed_on")
    days = dict(told.select("story_id", "landed_on").iter_rows())
    right = sum(days.get(story) == when for story, when in ended.items())
    print(f"  ids that ended from one day to the next: {len(ended)}, told with the right day: {right}")
