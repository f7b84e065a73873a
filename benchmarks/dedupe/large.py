"""What 100,000 and more articles cost, and a day of 10,000 into them: no text but those of the first guise is kept."""

import resource
from dataclasses import fields
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
    with TemporaryDirectory() as name:
        folder = Path(name)
        _store(folder, guises.index.join(kept.select("article_id"), on="article_id", how="semi"), kept, judged)
        disk = (folder / "fingerprints.parquet").stat().st_size / kept.height
        arrays, growth = measure_memory(folder / "index.parquet", folder / "fingerprints.parquet")
        (every, recalled), reading = measure(lambda: _read_stored(folder, added))
    stored_read: list[int] = []

    def count_bodies(article_ids: pl.Series) -> pl.DataFrame:
        stored_read.append(len(article_ids) - article_ids.is_in(guises.new_ids.implode()).sum())
        return guises.read_bodies(article_ids)

    updated, rest = measure(lambda: find_copies(guises.index, every, NO_CREDITS, recalled, read_bodies=count_bodies))
    whole, again = measure(lambda: find_copies(guises.index, every, NO_CREDITS, read_bodies=guises.read_bodies))
    assert_equal(updated, whole)
    return [
        f"  {own.height:,} new: {making + reading + rest:.2f} CPU s = {making:.2f} fingerprints + {reading:.2f} "
        f"reading the stored + {rest:.2f} the rest; {sum(stored_read):,} stored texts read",
        f"  equal to the rebuild ({again:.1f} CPU s); peak memory of all this {_peak():.2f} GB",
        f"  the index alone, bytes an article: {disk:.0f} on disk, {arrays:.0f} in memory; a process that reads it and "
        f"nothing else grows by {growth:.0f}",
    ]


def _store(folder: Path, index: pl.DataFrame, kept: pl.DataFrame, judged: Judged) -> None:
    """What the pipeline keeps from run to run, and the index for a process that reads it alone."""
    index.write_parquet(folder / "index.parquet")
    kept.write_parquet(folder / "fingerprints.parquet")
    for field in fields(judged):
        getattr(judged, field.name).write_parquet(folder / f"{field.name}.parquet")


def _read_stored(folder: Path, added: pl.DataFrame) -> tuple[pl.DataFrame, Judged]:
    """Fingerprints of all articles, and what was judged before."""
    stored = pl.read_parquet(folder / "fingerprints.parquet")
    judged = Judged(**{field.name: pl.read_parquet(folder / f"{field.name}.parquet") for field in fields(Judged)})
    return pl.concat([stored, added]).sort("article_id"), judged


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
