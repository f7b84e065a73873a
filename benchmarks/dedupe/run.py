"""Everything from relate articles to copies, timed."""

from collections.abc import Callable
from dataclasses import dataclass
from time import process_time
from typing import TypeVar

import polars as pl

from assets.contract.bodies import bodies_of
from assets.dedupe.copies import Copies, find_copies
from assets.dedupe.fingerprints import fingerprint_articles
from benchmarks.corpus.relate import NO_CREDITS
from benchmarks.corpus.trim import Trimmed, trim_articles

T = TypeVar("T")


@dataclass(frozen=True)
class Run:
    """Copies, what they were found in, and the CPU seconds of boilerplate, fingerprints and the rest."""

    found: Copies
    trimmed: Trimmed
    fingerprints: pl.DataFrame
    seconds: tuple[float, float, float]


def run(articles: pl.DataFrame) -> Run:
    """Trim the articles, fingerprint their own texts, find the copies."""
    trimmed, first = measure(lambda: trim_articles(articles))
    own = trimmed.own
    fingerprints, second = measure(lambda: fingerprint_articles(own))
    found, third = measure(lambda: find_copies(own.drop("body"), fingerprints, NO_CREDITS, read_bodies=bodies_of(own)))
    return Run(found, trimmed, fingerprints, (first, second, third))


def measure(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the CPU seconds it takes."""
    start = process_time()
    return work(), process_time() - start
