"""What a new day costs beside the articles that are there already, and that it gives what a rebuild gives."""

from time import process_time

import polars as pl

from assets.dedupe.copies import find_copies
from assets.dedupe.fingerprints import fingerprint_articles
from benchmarks.corpus.relate import NO_CREDITS

TABLES = ("duplicates", "duplicate_groups", "article_copies")


def measure_day(articles: pl.DataFrame, new: int) -> str:
    """Let the last `new` articles land after the others; one line of figures. Raises AssertionError on a difference."""
    ordered = articles.sort("landed_on", "article_id")
    old, day = ordered.head(articles.height - new), ordered.tail(new)
    kept = fingerprint_articles(old)
    judged = find_copies(old, kept, NO_CREDITS).judged
    start = process_time()
    kept = pl.concat([kept, fingerprint_articles(day)])
    middle = process_time()
    updated = find_copies(articles, kept, NO_CREDITS, judged)
    seconds = process_time() - middle
    rebuilt = find_copies(articles, kept, NO_CREDITS)
    assert all(getattr(updated, name).equals(getattr(rebuilt, name)) for name in TABLES)
    compared = updated.judged.join(judged, on=["first_key", "second_key"], how="anti").height
    return (
        f"{new:,} new into {old.height:,}: {middle - start:.2f} s fingerprints + {seconds:.2f} s the rest, CPU; "
        f"{compared:,} of {updated.judged.height:,} pairs compared; equal to the rebuild"
    )
