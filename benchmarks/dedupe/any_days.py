"""Articles that land in any order, on any days, and change or go: the copies are those of a rebuild, every day."""

import numpy as np
import polars as pl

from assets.contract.bodies import bodies_of
from assets.dedupe.copies import find_copies
from assets.dedupe.fingerprints import fingerprint_articles
from benchmarks.corpus.articles import FIRST_DAY, generate_articles
from benchmarks.corpus.relate import NO_CREDITS
from benchmarks.corpus.trim import own_texts
from benchmarks.dedupe.daily import assert_equal

ARTICLES, SPLITS, MAX_DAYS = 2_400, 5, 12


def check_days(articles: int = ARTICLES, splits: int = SPLITS) -> str:
    """Split the articles into days at random, several times. Raises AssertionError where a day is not the rebuild.

    What an outlet repeats is learned anew every day, so that texts of earlier days change, too; some articles go.
    """
    generated, _ = generate_articles(articles)
    days = sum(_check_split(generated, seed) for seed in range(splits))
    return f"{articles:,} articles in {splits} random splits and orders: all {days} days equal to the rebuild"


def _check_split(articles: pl.DataFrame, seed: int) -> int:
    random = np.random.Generator(np.random.PCG64(seed))
    days = int(random.integers(2, MAX_DAYS))
    lands = pl.Series(random.integers(0, days, articles.height))
    goes = pl.Series(np.where(random.random(articles.height) < 0.03, random.integers(0, days, articles.height), days))
    judged = None
    for day in range(days):
        there = articles.with_columns(landed_on=FIRST_DAY + pl.duration(days=lands)).filter(
            (lands <= day) & (goes > day)
        )
        own = own_texts(there)
        index, fingerprints, read = own.drop("body"), fingerprint_articles(own), bodies_of(own)
        found = find_copies(index, fingerprints, NO_CREDITS, judged, read_bodies=read)
        assert_equal(found, find_copies(index, fingerprints, NO_CREDITS, read_bodies=read))
        judged = found.judged
    return days
