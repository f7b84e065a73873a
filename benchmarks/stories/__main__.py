"""Group labelled and invented articles by event: B-cubed and pairwise F1, CPU."""

import argparse
from pathlib import Path
from time import process_time

import polars as pl

from assets.stories.clusters import Stories, cluster_stories
from assets.stories.weights import weigh_articles
from benchmarks.corpus.articles import generate_articles
from benchmarks.corpus.relate import alone, relate_frame
from benchmarks.stories.metrics import score_b_cubed, score_pairs

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "stories" / "fnc.parquet"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sizes", nargs="*", type=int, default=[10_000], help="numbers of invented articles")
    options = arguments.parse_args()
    if GOLD.is_file():
        _measure_gold()
    for size in options.sizes:
        _measure_generated(size)


def run(articles: pl.DataFrame) -> tuple[Stories, float, float]:
    """Stories, CPU seconds of weighing, CPU seconds of the rest."""
    weigh_articles(articles.head(1))
    start = process_time()
    weights = weigh_articles(articles)
    middle = process_time()
    found = cluster_stories(articles, alone(articles), weights)
    return found, middle - start, process_time() - middle


def _measure_gold() -> None:
    """Titles define the gold, so they are left out; there are no dates."""
    gold = pl.read_parquet(GOLD)
    articles = relate_frame(gold, article_id="id", body="text", language=pl.lit("en"))
    found, first, second = run(articles)
    print(f"FakeNewsChallenge, {articles.height:,} articles, {gold['story'].n_unique()} events, bodies only:")
    _print_scores(found, gold.select(article_id="id", label="story"))
    _print_cost(articles, first, second)


def _measure_generated(size: int) -> None:
    articles, _ = generate_articles(size)
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
