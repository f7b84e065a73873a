"""Where two copies differ, in words: how each begins, how each ends, what stands in between in one of them only."""

from itertools import pairwise

import numpy as np

from assets.dedupe.evidence import Evidence
from assets.dedupe.text import Text
from assets.dedupe.tokens import Flags, Indices

# Fewer words at an end than this are no cut: a dateline, a byline.
CUT_WORDS = 8
# So many changed words at most are quoted.
QUOTED_WORDS = 6


def describe_differences(evidence: Evidence, small: Text, large: Text) -> str:
    """The differences of two near copies, set apart by commas."""
    sides = _Side(small, evidence.small_shared), _Side(large, evidence.large_shared)
    parts = [
        _compare_ends("begin", "start", *(side.start for side in sides)),
        _compare_ends("end", "end", *(side.end for side in sides)),
        _compare_middles(*sides),
    ]
    return ", ".join(part for part in parts if part) or "only the order of passages differs"


class _Side:
    """A text cut into its start before the first shared word, its end after the last one, and what lies between."""

    def __init__(self, text: Text, shared: Flags) -> None:
        hits = np.flatnonzero(shared)
        first, last = (hits[0], hits[-1] + 1) if len(hits) else (0, len(shared))
        self._text = text
        self.start, self.end = _count_words(text.sentences[:first]), _count_words(text.sentences[last:])
        self.own = first + np.flatnonzero(~shared[first:last])

    def quote(self) -> str:
        """The words in between that the other text does not have, stretches set apart by commas; numbers whole."""
        spans = dict.fromkeys(self._text.span(word) for word in self.own.tolist())
        joined = "".join(
            (" " if self._text.follow(one, other) else ", ") + self._text.quote(other)
            for one, other in pairwise([(0, 0), *spans])
        )
        return joined.lstrip(", ")


def _count_words(sentences: Indices) -> str:
    """What the words with these sentence numbers are: a few words, or sentences; empty for none."""
    if not len(sentences):
        return ""
    if len(sentences) < CUT_WORDS:
        return _count(len(sentences), "word")
    return _count(1 + int((np.diff(sentences) != 0).sum()), "sentence")


def _compare_ends(verb: str, noun: str, small: str, large: str) -> str:
    if small and large:
        return f"they {verb} differently ({large} in the longer one, {small} in the shorter one)"
    which = "longer" if large else "shorter"
    return f"the {which} one has {large or small} more at the {noun}" if large or small else ""


def _compare_middles(small: _Side, large: _Side) -> str:
    few, many = len(small.own), len(large.own)
    is_quoted = 0 < max(few, many) <= QUOTED_WORDS
    if few and many:
        if is_quoted:
            told = f'("{small.quote()}" in the shorter one, "{large.quote()}" in the longer one)'
            return f"{_count(max(few, many), 'word')} {'differs' if few == many == 1 else 'differ'} in between {told}"
        return f"in between, {_count(few, 'word')} of the shorter one and {many:,} of the longer one differ"
    if few or many:
        which, side = ("longer", large) if many else ("shorter", small)
        told = f' ("{side.quote()}")' if is_quoted else ""
        return f"the {which} one has {_count(few or many, 'word')} more in between{told}"
    return ""


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
