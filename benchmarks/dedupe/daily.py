"""What a new day costs beside the articles that are there already, and that it gives what a rebuild gives."""

from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from assets.boilerplate.learn import learn_boilerplate
from assets.boilerplate.sketch import sketch_paragraphs
from assets.contract.bodies import bodies_of
from assets.dedupe.copies import Copies, find_copies
from assets.dedupe.fingerprints import fingerprint_articles
from benchmarks.corpus.relate import NO_CREDITS
from benchmarks.dedupe.run import Run, measure

TABLES = ("duplicates", "duplicate_groups", "article_copies")


def measure_day(articles: pl.DataFrame, done: Run, new: int) -> str:
    """Let the last `new` articles land after the others; lines of figures. Raises AssertionError on a difference.

    `done` is the run of all of them. What was kept of the others is read from Parquet, as the pipeline does.
    """
    own = done.trimmed.own
    index, read = own.drop("body"), bodies_of(own)
    new_ids = own.sort("landed_on", "article_id")["article_id"].tail(new)
    stored = _drop(done.fingerprints, new_ids)
    judged = find_copies(_drop(index, new_ids), stored, NO_CREDITS, read_bodies=read).judged
    stored_read: list[int] = []

    def count_bodies(article_ids: pl.Series) -> pl.DataFrame:
        stored_read.append(len(article_ids) - article_ids.is_in(new_ids.implode()).sum())
        return read(article_ids)

    with TemporaryDirectory() as folder:
        path = Path(folder) / "fingerprints.parquet"
        stored.write_parquet(path)
        added, day = measure(lambda: fingerprint_articles(_pick(own, new_ids)))
        kept, reading = measure(lambda: pl.concat([pl.read_parquet(path), added]).sort("article_id"))
        megabytes = path.stat().st_size / 1e6
    updated, rest = measure(lambda: find_copies(index, kept, NO_CREDITS, judged, read_bodies=count_bodies))
    assert_equal(updated, done.found)
    pairs = updated.judged.judged_pairs
    compared = pairs.join(judged.judged_pairs, on=["first_key", "second_key"], how="anti").height
    return (
        f"  {new:,} new into {stored.height:,}: {day + reading + rest:.2f} CPU s = {day:.2f} fingerprints of the new "
        f"+ {reading:.2f} reading the stored + {rest:.2f} the rest (rebuilt: {done.seconds[2]:.2f});\n  "
        f"{compared:,} of {pairs.height:,} pairs compared, {sum(stored_read):,} stored texts read; "
        f"equal to the rebuild\n  stored fingerprints {megabytes / stored.height * 1000:.2f} GB per million articles; "
        + _measure_learning(articles, done, new_ids)
    )


def _measure_learning(articles: pl.DataFrame, done: Run, new_ids: pl.Series) -> str:
    """What the day costs the stage before: sketches of the new paragraphs, and learning from all."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sketches.parquet"
        _drop(done.trimmed.sketches, new_ids).write_parquet(path)
        added, day = measure(lambda: sketch_paragraphs(_pick(articles, new_ids)))
        kept, reading = measure(lambda: pl.concat([pl.read_parquet(path), added]).sort("article_id"))
    index = articles.select("article_id", "source_id")
    learned, rest = measure(lambda: learn_boilerplate(index, kept, bodies_of(articles)))
    return (
        f"the day's boilerplate {day:.2f} sketches of the new + {reading:.2f} reading + {rest:.2f} learning "
        f"({learned.boilerplate.height:,} paragraphs, {learned.boilerplate['leaves_body'].sum():,} leave the body)"
    )


def assert_equal(one: Copies, other: Copies) -> None:
    """Raise AssertionError naming the table in which two results differ."""
    for name in TABLES:
        assert getattr(one, name).equals(getattr(other, name)), name


def _pick(frame: pl.DataFrame, article_ids: pl.Series) -> pl.DataFrame:
    return frame.filter(pl.col("article_id").is_in(article_ids.implode()))


def _drop(frame: pl.DataFrame, article_ids: pl.Series) -> pl.DataFrame:
    return frame.filter(~pl.col("article_id").is_in(article_ids.implode()))
