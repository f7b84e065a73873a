"""The evidence of a pair in a sentence that a person understands."""

import re
from itertools import pairwise

import numpy as np
import polars as pl

from assets.dedupe.evidence import Evidence
from assets.dedupe.text import Text
from assets.dedupe.tokens import Flags

# Fewer words at an end than this are no cut: a dateline, a byline.
CUT_WORDS = 8
# So many changed words at most are quoted.
QUOTED_WORDS = 6
_OPPOSED = re.compile(r"\((\"[^()]*\" in version \d+), (\"[^()]*\" in version \d+)\)")


def explain_evidence(kind: str | None, evidence: Evidence, small: Text, large: Text) -> str:
    """Sentence for a pair of the given kind; empty for no kind."""
    shared, words = int(evidence.small_shared.sum()), len(small.hashes)
    if kind == "near":
        differences = _describe_differences(evidence, small, large)
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


def _describe_differences(evidence: Evidence, small: Text, large: Text) -> str:
    large_start, large_middle, large_end = _split(evidence.large_shared)
    small_start, small_middle, small_end = _split(evidence.small_shared)
    parts = [
        *_describe_end("longer", "start", large_start, large.sentences[: len(large_start)]),
        *_describe_end("longer", "end", large_end, large.sentences[len(large.sentences) - len(large_end) :]),
        *_describe_end("shorter", "start", small_start, small.sentences[: len(small_start)]),
        *_describe_end("shorter", "end", small_end, small.sentences[len(small.sentences) - len(small_end) :]),
    ]
    changed = int(max((~large_middle).sum(), (~small_middle).sum()))
    if changed:
        told = ""
        if changed <= QUOTED_WORDS:
            told = _oppose(_quote(small, small_start, small_middle), _quote(large, large_start, large_middle))
        parts.append(f"{_count(changed, 'word')} {'differs' if changed == 1 else 'differ'} in between{told}")
    return ", ".join(parts) or "only the order of passages differs"


def _quote(text: Text, start: Flags, middle: Flags) -> str:
    """The words in between that the other text does not have, stretches set apart by commas; numbers whole."""
    words = (len(start) + np.flatnonzero(~middle)).tolist()
    spans = dict.fromkeys(text.span(word) for word in words)
    joined = "".join(
        (" " if text.follow(one, other) else ", ") + text.quote(other) for one, other in pairwise([(0, 0), *spans])
    )
    return joined.lstrip(", ")


def _oppose(small: str, large: str) -> str:
    told = (("shorter", small), ("longer", large))
    return " (" + ", ".join(f'"{words}" in the {which} one' for which, words in told if words) + ")"


def name_versions(explanation: str, small: int, large: int) -> str:
    """The sentence about two versions of one article, of which the smaller one has the number `small`."""
    for which, number in (("shorter", small), ("longer", large), ("smaller", small), ("larger", large)):
        for noun in ("one", "article"):
            explanation = explanation.replace(f"the {which} {noun}", f"version {number}")
    first, last = sorted((small, large))
    if small > large:
        explanation = _OPPOSED.sub(r"(\2, \1)", explanation)
    return f"versions {first} and {last} of one article at the same outlet: {explanation}"


def _split(shared: Flags) -> tuple[Flags, Flags, Flags]:
    """The unshared start, what lies between, the unshared end."""
    hits = np.flatnonzero(shared)
    if not len(hits):
        return shared[:0], shared, shared[:0]
    return shared[: hits[0]], shared[hits[0] : hits[-1] + 1], shared[hits[-1] + 1 :]


def _describe_end(which: str, end: str, words: Flags, sentences: np.ndarray) -> list[str]:
    if not len(words):
        return []
    if len(words) < CUT_WORDS:
        return [f"the {which} one has {_count(len(words), 'word')} more at the {end}"]
    return [f"the {which} one has {_count(1 + int((np.diff(sentences) != 0).sum()), 'sentence')} more at the {end}"]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
