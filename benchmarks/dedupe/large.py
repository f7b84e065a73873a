"""What 100,000 and more articles cost, and a day of 10,000 into them: no text but those of the first guise is kept."""

import resource
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from assets.dedupe.copies import find_copies
from assets.dedupe.fingerprints import fingerprint_articles
from assets.dedupe.judged import Judged
from benchmarks.corpus.relate import NO_CREDITS
from benchmarks.dedupe.daily import assert_equal
from benchmarks.dedupe.guises import Guises, multiply_fingerprints
from benchmarks.dedupe.memory import measure_memory
from benchmarks.dedupe.run import measure


def measure_large(own: pl.DataFrame, fingerprints: pl.DataFrame, stored: int) -> str:
    """Lines of figures for as many new articles as `own` has into `stored`. Raises AssertionError on a difference."""
    guises = multiply_fingerprints(own, fingerprints, stored // own.height + 1)
    is_new = pl.col("article_id").is_in(guises.new_ids.implode())
    old, kept = guises.index.filter(~is_new), guises.fingerprints.filter(~is_new)
    first, building = measure(lambda: find_copies(old, kept, NO_CREDITS, read_bodies=guises.read_bodies))
    lines = [
        f"\n{old.height:,} stored: {building:.1f} CPU s, {1000 * building / old.height:.3f} ms an article without "
        f"fingerprints, {first.duplicates.height:,} pairs; peak memory {_peak():.2f} GB",
        *_measure_day(own, guises, kept, first.judged),
    ]
    return "\n".join(lines)


def _measure_day(own: pl.DataFrame, guises: Guises, kept: pl.DataFrame, judged: Judged) -> list[str]:
    _, making = measure(lambda: fingerprint_articles(own))
    added = guises.fingerprints.filter(pl.col("article_id").is_in(guises.new_ids.implode()))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "fingerprints.parquet"
        kept.write_parquet(path)
        light = Path(folder) / "index.parquet"
        guises.index.join(kept.select("article_id"), on="article_id", how="semi").write_parquet(light)
        disk, (arrays, growth) = path.stat().st_size / kept.height, measure_memory(light, path)
        every, reading = measure(lambda: pl.concat([pl.read_parquet(path), added]).sort("article_id"))
    stored_read: list[int] = []

    def count_bodies(article_ids: pl.Series) -> pl.DataFrame:
        stored_read.append(len(article_ids) - article_ids.is_in(guises.new_ids.implode()).sum())
        return guises.read_bodies(article_ids)

    updated, rest = measure(lambda: find_copies(guises.index, every, NO_CREDITS, judged, read_bodies=count_bodies))
    whole, again = measure(lambda: find_copies(guises.index, every, NO_CREDITS, read_bodies=guises.read_bodies))
    assert_equal(updated, whole)
    return [
        f"  {own.height:,} new: {making + reading + rest:.2f} CPU s = {making:.2f} fingerprints + {reading:.2f} "
        f"reading the stored + {rest:.2f} the rest; {sum(stored_read):,} stored texts read",
        f"  equal to the rebuild ({again:.1f} CPU s); peak memory of all this {_peak():.2f} GB",
        f"  the index alone, bytes an article: {disk:.0f} on disk, {arrays:.0f} in memory; a process that reads it and "
        f"nothing else grows by {growth:.0f}",
    ]


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
