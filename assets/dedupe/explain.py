"""The evidence of a pair in a sentence that a person understands."""

import re

import numpy as np
import polars as pl

from assets.dedupe.differences import describe_differences
from assets.dedupe.evidence import Evidence
from assets.dedupe.text import Text

# Two remarks on the two texts, in the order of their lengths; versions are told in the order of their numbers.
_OPPOSED = re.compile(r"\(([^()]* in version \d+), ([^()]* in version \d+)\)")


def explain_evidence(kind: str | None, evidence: Evidence, small: Text, large: Text) -> str:
    """Sentence for a pair of the given kind; empty for no kind."""
    shared, words = np.count_nonzero(evidence.small_shared), len(small.hashes)
    if kind == "near":
        differences = describe_differences(evidence, small, large)
        return f"{shared:,} of {words:,} words are the same; {differences}"
    if kind == "contained":
        return (
            f"{shared:,} of the {words:,} words of the smaller article stand in the larger one "
            f"({len(large.hashes):,} words)"
        )
    if kind == "reuse":
        return (
            f"{shared:,} of the {words:,} words of the smaller article stand in the other one, "
            f"{evidence.own_run_words:,} of them in runs of eight words or more outside quotation marks"
        )
    return ""


def explain_exact(words: str, *, same_characters: str, left_out: str) -> pl.Expr:
    """Sentence for two articles with the same words in the same order; the arguments are names of columns.

    left_out: one of them has, besides, what its outlet repeats.
    """
    count = format_count(words)
    same = pl.when(same_characters).then(pl.format("the same text, all {} words", count))
    typed = pl.format("the same {} words; only punctuation, letter case or paragraph breaks differ", count)
    apart = pl.when(left_out).then(pl.lit(", apart from what an outlet repeats on its pages")).otherwise(pl.lit(""))
    return same.otherwise(typed) + apart


def format_count(column: str) -> pl.Expr:
    """A whole number below a thousand million with commas between thousands."""
    thousands, units = pl.col(column) // 1000, (pl.col(column) % 1000).cast(pl.String).str.zfill(3)
    millions, middle = thousands // 1000, (thousands % 1000).cast(pl.String).str.zfill(3)
    return (
        pl.when(millions > 0)
        .then(pl.format("{},{},{}", millions, middle, units))
        .when(thousands > 0)
        .then(pl.format("{},{}", thousands, units))
        .otherwise(pl.col(column).cast(pl.String))
    )


def name_versions(explanation: str, small: int, large: int) -> str:
    """The sentence about two versions of one article, of which the smaller one has the number `small`."""
    for which, number in (("shorter", small), ("longer", large), ("smaller", small), ("larger", large)):
        for noun in ("one", "article"):
            explanation = explanation.replace(f"the {which} {noun}", f"version {number}")
    first, last = sorted((small, large))
    explanation = _OPPOSED.sub(lambda told: f"({', '.join(sorted(told.groups(), key=_read_version))})", explanation)
    return f"versions {first} and {last} of one article at the same outlet: {explanation}"


def _read_version(told: str) -> int:
    return int(told.rsplit(" ", 1)[1])
