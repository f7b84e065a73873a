"""Find copies in labelled and in invented articles: quality, CPU and memory, next to the peers that are installed."""

import argparse
import resource
from collections import Counter
from time import process_time

import polars as pl

from benchmarks.corpus.articles import generate_articles
from benchmarks.dedupe.any_days import check_days
from benchmarks.dedupe.daily import measure_day
from benchmarks.dedupe.gold import GOLD, read_articles, score
from benchmarks.dedupe.large import measure_large
from benchmarks.dedupe.peers import list_peers, pair_ids
from benchmarks.dedupe.run import Run, run

# Articles written anew; larger collections are these in several guises (guises.py).
WRITTEN = 10_000
LARGE = (100_000, 300_000)
NEW = 1_000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--large", action="store_true", help=f"only {LARGE} articles, and a day of {WRITTEN:,} into them"
    )
    arguments.add_argument(
        "--property", action="store_true", help="only: random days of 2,000 articles are the rebuild"
    )
    arguments.add_argument(
        "--articles", type=int, default=WRITTEN, help=f"to write and compare, {WRITTEN:,} if not said"
    )
    arguments.add_argument("--no-peers", action="store_true", help="measure only ours")
    options = arguments.parse_args()
    if options.property:
        print(check_days())
        return
    if options.large:
        done = run(generate_articles(WRITTEN)[0])
        for size in LARGE:
            print(measure_large(done.trimmed.own, done.fingerprints, size), flush=True)
        return
    if GOLD.is_dir():
        run(read_articles(with_outlets=True).head(20))
        for with_outlets in (True, False):
            _measure_gold(with_outlets=with_outlets)
    _measure_generated(*generate_articles(options.articles), peers=not options.no_peers, new=NEW)


def _measure_gold(*, with_outlets: bool) -> None:
    articles = read_articles(with_outlets=with_outlets)
    done = run(articles)
    print(f"\nnatural pairs, {articles.height:,} articles, outlets {'known' if with_outlets else 'unknown'}:")
    for name, value in score(done.found.duplicates).items():
        print(f"  {name:24} {value:.4f}" if isinstance(value, float) else f"  {name:24} {value}")
    print(f"  links by kind            {dict(Counter(done.found.duplicates['kind'].to_list()))}")
    _print_costs(articles, done)


def _print_costs(articles: pl.DataFrame, done: Run) -> None:
    for name, seconds in zip(("boilerplate", "fingerprints", "the rest"), done.seconds, strict=True):
        _print_cost(name, articles, seconds)
    _print_cost("ours, dedupe", articles, sum(done.seconds[1:]))
    _print_cost("ours, with boilerplate", articles, sum(done.seconds))


def _print_cost(name: str, articles: pl.DataFrame, seconds: float, done: Run | None = None) -> None:
    """With `done`: how many times what ours cost, without and with the stage boilerplate."""
    kilobytes = articles["body"].str.len_bytes().sum() / 1000
    ours = (sum(done.seconds[1:]), sum(done.seconds)) if done else ()
    ratio = f", {seconds / ours[0]:.1f} x ours ({seconds / ours[1]:.1f} x with boilerplate)" if ours else ""
    each, scaled = 1000 * seconds / articles.height, 3000 * seconds / kilobytes
    print(f"  {name:24} {each:.3f} ms CPU an article, {scaled:.3f} a 3 kB article{ratio}")


def _measure_generated(articles: pl.DataFrame, pairs: pl.DataFrame, *, peers: bool, new: int) -> None:
    print(f"\ninvented articles: {articles.height:,}, {articles['body'].str.len_bytes().mean():,.0f} bytes each")
    before = _peak_gigabytes()
    done = run(articles)
    print(f"  peak memory {before:.2f} GB before, {_peak_gigabytes():.2f} GB after")
    rows = done.found.duplicates.select("article_id", "other_article_id", "kind").iter_rows()
    kinds = {frozenset((one, other)): kind for one, other, kind in rows}
    _print_kinds(pairs, kinds)
    _print_strangers(articles, kinds)
    _print_costs(articles, done)
    for name, finder in list_peers().items() if peers else ():
        start = process_time()
        by_peer = set(pair_ids(finder(articles["body"].to_list()), articles["article_id"].to_list()))
        _print_cost(name, articles, process_time() - start, done)
        _print_kinds(pairs, dict.fromkeys(by_peer, "candidate"))
    print(measure_day(articles, done, new))


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
