"""Group labelled and invented articles by event: B-cubed and pairwise F1, CPU, with and without sentence vectors."""

import argparse
from pathlib import Path
from time import process_time

import polars as pl

from assets.semantic.model import open_model
from assets.semantic.vectors import embed_articles
from assets.stories.clusters import SentenceVectors, Stories, cluster_stories
from assets.stories.weights import weigh_articles
from benchmarks.corpus.articles import generate_articles
from benchmarks.corpus.relate import alone, relate_frame
from benchmarks.stories.large import measure_days
from benchmarks.stories.metrics import score_b_cubed, score_pairs
from benchmarks.stories.rebuilds import compare_rebuilds

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "stories" / "fnc.parquet"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sizes", nargs="*", type=int, help="numbers of invented articles")
    arguments.add_argument("--large", nargs="*", type=int, default=[], help="stored articles that 10,000 are added to")
    arguments.add_argument("--property", nargs="?", type=int, const=2_000, help="articles for incremental = rebuild")
    options = arguments.parse_args()
    if GOLD.is_file() and not (options.large or options.property):
        _measure_gold()
    for size in options.sizes:
        _measure_generated(size)
    for stored in options.large:
        measure_days(stored)
    if options.property:
        compare_rebuilds(options.property)


def run(articles: pl.DataFrame, vectors: SentenceVectors | None = None) -> tuple[Stories, float, float]:
    """Stories, CPU seconds of weighing, CPU seconds of the rest."""
    weigh_articles(articles.head(1))
    start = process_time()
    weights = weigh_articles(articles)
    middle = process_time()
    found = cluster_stories(articles, alone(articles), weights, vectors=vectors)
    return found, middle - start, process_time() - middle


def read_gold() -> tuple[pl.DataFrame, pl.DataFrame]:
    """Relate articles and their labels. Titles define the gold, so they are left out; there are no dates."""
    gold = pl.read_parquet(GOLD)
    articles = relate_frame(gold, article_id="id", body="text", language=pl.lit("en")).with_columns(
        own_key="article_id"
    )
    return articles, gold.select(article_id="id", label="story")


def _measure_gold() -> None:
    articles, labels = read_gold()
    events = labels["label"].n_unique()
    print(f"FakeNewsChallenge, {articles.height:,} articles, {events} events, bodies only:")
    found, first, second = run(articles)
    _print_scores(found, labels)
    _print_cost(articles, first, second)
    model = open_model()
    if model is None:
        print("  broadsheet[semantic] is not installed: no sentence vectors")
        return
    start = process_time()
    vectors = embed_articles(articles, model)
    embedding = process_time() - start
    found, first, second = run(articles, SentenceVectors(model.name, vectors))
    print(f"with {model.name}:")
    _print_scores(found, labels)
    _print_cost(articles, first, second)
    print(f"           {1000 * embedding / articles.height:.1f} ms for the vector")


def _measure_generated(size: int) -> None:
    articles = generate_articles(size)[0].with_columns(own_key="article_id")
    found, first, second = run(articles)
    print(f"\ninvented, {size:,} articles over {articles['published_at'].n_unique()} days:")
    _print_scores(found, articles.select("article_id", label=pl.col("event").cast(pl.String)))
    _print_cost(articles, first, second)


def _print_scores(found: Stories, labels: pl.DataFrame) -> None:
    both = found.story_members.join(labels, on="article_id")
    groups, gold = both["story_id"].to_list(), both["label"].to_list()
    for name, score in (("B-cubed", score_b_cubed(groups, gold)), ("pairs", score_pairs(groups, gold))):
        print(f"  {name:8} precision {score.precision:.4f} recall {score.recall:.4f} F1 {score.f1:.4f}")
    print(f"  stories  {found.stories.height:,} for {len(set(gold)):,} events")


def _print_cost(articles: pl.DataFrame, first: float, second: float) -> None:
    each = 1000 / articles.height
    print(f"  CPU      {first * each:.3f} ms weighing + {second * each:.3f} ms grouping an article")


if __name__ == "__main__":
    main()
