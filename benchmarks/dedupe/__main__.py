"""Find copies in labelled and in invented articles: quality, CPU and memory, next to the peers that are installed."""

import argparse
import resource
from collections import Counter
from time import process_time

import polars as pl

from assets.dedupe.copies import Copies, find_copies
from assets.dedupe.fingerprints import fingerprint_articles
from benchmarks.corpus.articles import generate_articles
from benchmarks.corpus.relate import NO_CREDITS
from benchmarks.dedupe.daily import measure_day
from benchmarks.dedupe.gold import GOLD, read_articles, score
from benchmarks.dedupe.peers import list_peers, pair_ids


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sizes", nargs="*", type=int, default=[10_000], help="numbers of invented articles")
    arguments.add_argument("--no-peers", action="store_true", help="measure only ours")
    options = arguments.parse_args()
    fingerprint_articles(read_articles(with_outlets=True).head(20)) if GOLD.is_dir() else None
    if GOLD.is_dir():
        for with_outlets in (True, False):
            _measure_gold(with_outlets=with_outlets)
    for size in options.sizes:
        _measure_generated(size, peers=not options.no_peers)


def run(articles: pl.DataFrame) -> tuple[Copies, float, float]:
    """Copies, CPU seconds of fingerprints, CPU seconds of the rest."""
    start = process_time()
    fingerprints = fingerprint_articles(articles)
    middle = process_time()
    found = find_copies(articles, fingerprints, NO_CREDITS)
    return found, middle - start, process_time() - middle


def _measure_gold(*, with_outlets: bool) -> None:
    articles = read_articles(with_outlets=with_outlets)
    found, first, second = run(articles)
    print(f"\nnatural pairs, {articles.height:,} articles, outlets {'known' if with_outlets else 'unknown'}:")
    for name, value in score(found.duplicates).items():
        print(f"  {name:24} {value:.4f}" if isinstance(value, float) else f"  {name:24} {value}")
    print(f"  links by kind            {dict(Counter(found.duplicates['kind'].to_list()))}")
    _print_cost("ours", articles, first + second)


def _print_cost(name: str, articles: pl.DataFrame, seconds: float, ours: float | None = None) -> None:
    kilobytes = articles["body"].str.len_bytes().sum() / 1000
    ratio = f", {seconds / ours:.1f} x ours" if ours else ""
    each, scaled = 1000 * seconds / articles.height, 3000 * seconds / kilobytes
    print(f"  {name:24} {each:.3f} ms CPU an article, {scaled:.3f} a 3 kB article{ratio}")


def _measure_generated(size: int, *, peers: bool) -> None:
    articles, pairs = generate_articles(size)
    print(f"\ninvented articles: {size:,}, {articles['body'].str.len_bytes().mean():,.0f} bytes each")
    before = _peak_gigabytes()
    found, first, second = run(articles)
    print(f"  peak memory {before:.2f} GB before, {_peak_gigabytes():.2f} GB after")
    rows = found.duplicates.select("article_id", "other_article_id", "kind").iter_rows()
    kinds = {frozenset((one, other)): kind for one, other, kind in rows}
    _print_kinds(pairs, kinds)
    _print_strangers(articles, kinds)
    _print_cost("fingerprints", articles, first)
    _print_cost("ours", articles, first + second)
    for name, finder in list_peers().items() if peers else ():
        start = process_time()
        by_peer = set(pair_ids(finder(articles["body"].to_list()), articles["article_id"].to_list()))
        _print_cost(name, articles, process_time() - start, first + second)
        _print_kinds(pairs, dict.fromkeys(by_peer, "candidate"))
    print(f"  a day: {measure_day(articles, size // 10)}")


def _print_kinds(pairs: pl.DataFrame, kinds: dict[frozenset[str], str]) -> None:
    for kind in sorted(set(pairs["kind"])):
        own = pairs.filter(pl.col("kind") == kind).select("a", "b").iter_rows()
        counts = Counter(kinds.get(frozenset(pair), "nothing") for pair in own)
        print(f"    {kind:10} {dict(sorted(counts.items()))}")


def _print_strangers(articles: pl.DataFrame, kinds: dict[frozenset[str], str]) -> None:
    events = dict(articles.select("article_id", "event").iter_rows())
    apart = Counter(kind for pair, kind in kinds.items() if len({events[article] for article in pair}) > 1)
    print(f"    pairs of different events: {dict(apart)}")


def _peak_gigabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    main()
