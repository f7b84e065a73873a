"""Incremental equals rebuild: a collection fed by days, and in random parts, gives the tables of one run."""

import numpy as np
import polars as pl

from assets.stories.clusters import Kept, Stories, cluster_stories
from assets.stories.weights import weigh_articles
from benchmarks.corpus.articles import generate_articles
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


def _feedings(articles: pl.DataFrame) -> list[tuple[str, pl.Series]]:
    days = articles["landed_on"].rank("dense").cast(pl.Int64) - 1
    by_day = [("day by day", days), ("the last day first", int(days.max()) - days)]
    generators = [np.random.Generator(np.random.PCG64(seed)) for seed in range(SEEDS)]
    at_random = [pl.Series(random.integers(0, PARTS, articles.height)) for random in generators]
    return by_day + [(f"{PARTS} random parts, seed {seed}", parts) for seed, parts in enumerate(at_random)]
