"""What a day costs: 10,000 new articles into a collection that is stored already, equal to a rebuild or not."""

from datetime import timedelta
from resource import RUSAGE_SELF, getrusage
from time import process_time

import polars as pl

from assets.stories.clusters import Kept, Stories, cluster_stories
from assets.stories.weights import weigh_articles
from benchmarks.corpus.articles import generate_articles
from benchmarks.corpus.relate import alone

A_DAY, MADE, ROUND_DAYS = 10_000, 30_000, 14
# The same articles again and again, each round moved on by so many days, so that rounds are out of each other's sight.
COLUMNS = ("article_id", "title", "body", "language", "event", "source_id", "word_count", "published_at",
           "published_precision", "landed_on")  # fmt: skip


def measure_days(stored: int) -> None:
    """Print the CPU and memory of the first run over `stored` articles, and of one more day."""
    articles, weights, weighing = _make(stored + A_DAY)
    old = articles.head(stored)
    whole, first = _run(old, weights, None)
    pairs = whole.story_places["neighbours"].list.len().mean()
    print(f"\n{stored:,} stored, {old['landed_on'].n_unique()} days, {pairs:.0f} pairs an article:")
    print(f"  weighing  {1000 * weighing / MADE:.3f} ms an article")
    print(f"  first run {first:.1f} CPU s, {1000 * first / stored:.3f} ms an article, peak {_peak():.2f} GB")
    kept = Kept(whole.story_places, whole.story_changes)
    grown, more = _run(articles, weights, kept)
    print(f"  {A_DAY:,} new {more:.1f} CPU s, {1000 * more / A_DAY:.3f} ms a new article, peak {_peak():.2f} GB")
    _, nothing = _run(articles, weights, Kept(grown.story_places, grown.story_changes))
    print(f"  none new  {nothing:.1f} CPU s: reading and comparing what is kept")
    print(f"  kept      {whole.story_places.estimated_size() / stored:.0f} bytes an article in memory")


def _run(articles: pl.DataFrame, weights: pl.DataFrame, kept: Kept | None) -> tuple[Stories, float]:
    start = process_time()
    found = cluster_stories(articles, alone(articles), weights, kept=kept)
    return found, process_time() - start


def _make(count: int) -> tuple[pl.DataFrame, pl.DataFrame, float]:
    """Articles without bodies in the order of their days, their weights, and the CPU seconds of weighing one round."""
    made = generate_articles(MADE)[0].select(COLUMNS)
    start = process_time()
    weights = weigh_articles(made)
    seconds = process_time() - start
    rounds = range(-(-count // MADE))
    articles = pl.concat([_move(made.drop("body"), number) for number in rounds]).sort("published_at", "article_id")
    articles = articles.head(count).with_columns(own_key="article_id")
    # The last ones land together, as the pages that a crawler brings in one day: of several days of publication.
    last = pl.int_range(pl.len()) >= count - A_DAY
    landed = pl.when(last).then(pl.col("published_at").max().dt.date()).otherwise("landed_on")
    return articles.with_columns(landed_on=landed), pl.concat([_rename(weights, n) for n in rounds]), seconds


def _move(articles: pl.DataFrame, number: int) -> pl.DataFrame:
    shift = timedelta(days=number * ROUND_DAYS)
    return _rename(articles, number).with_columns(pl.col("published_at", "landed_on") + shift)


def _rename(rows: pl.DataFrame, number: int) -> pl.DataFrame:
    return rows.with_columns(
        article_id=pl.format("{}{}", pl.col("article_id").str.slice(0, 30), pl.lit(f"{number:02x}"))
    )


def _peak() -> float:
    return getrusage(RUSAGE_SELF).ru_maxrss / 2**20
