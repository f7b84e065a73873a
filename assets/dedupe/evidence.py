"""Word for word comparison of candidate pairs: what two texts share, and where they differ."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from assets.dedupe.passages import OWN_WORDING, UNQUOTED_SHARE, count_run_words, cover, is_quoted, share
from assets.dedupe.text import Text
from assets.dedupe.tokens import Flags, Indices

# Pairs that share less than this of the smaller text's 3-grams are no evidence of anything.
MIN_CONTAINMENT = 0.15
# A text that shares more than this does not only quote. Looking for quotation marks costs.
COPY_SHARE = 1 - UNQUOTED_SHARE * (1 - OWN_WORDING)
# Pairs compared at a time: bounds the texts in memory.
BLOCK = 20_000

# Text numbers -> their texts.
ReadTexts = Callable[[Indices], dict[int, Text]]


@dataclass(frozen=True)
class Evidence:
    """What one pair shares. `small` and `large` are text numbers."""

    small: int
    large: int
    similarity: float
    containment: float
    small_shared: Flags  # words of the small text that lie in 3-grams of the large one
    large_shared: Flags
    own_run_words: int  # words in long shared runs, outside quotation marks
    is_quoted: bool  # what is shared are quotations; the small text's own wording is its own


def compare_pairs(first: Indices, second: Indices, read: ReadTexts) -> Iterator[tuple[Evidence | None, Text, Text]]:
    """Yield evidence, small text and large text of every pair; no evidence where they share too little.

    Of texts with equally many words `first` is the small one.
    """
    for start in range(0, len(first), BLOCK):
        part = slice(start, start + BLOCK)
        texts = read(np.union1d(first[part], second[part]))
        for one, other in zip(first[part].tolist(), second[part].tolist(), strict=True):
            small, large = (one, other) if len(texts[one].hashes) <= len(texts[other].hashes) else (other, one)
            yield compare_texts(texts[small], texts[large], small, large), texts[small], texts[large]


def compare_texts(small: Text, large: Text, small_number: int, large_number: int) -> Evidence | None:
    """Evidence of one pair; None when it shares too little."""
    (one, small_places), (other, large_places) = small.ranked_grams, large.ranked_grams
    found = np.minimum(np.searchsorted(other, one), len(other) - 1)
    hits = other[found] == one
    shared = np.count_nonzero(hits)
    containment = shared / min(len(one), len(other))
    if containment < MIN_CONTAINMENT:
        return None
    similarity = shared / (len(one) + len(other) - shared)
    small_hits, large_hits = hits[small_places], _flag(found[hits], len(other))[large_places]
    small_shared, large_shared = cover(small_hits, len(small.hashes)), cover(large_hits, len(large.hashes))
    # Looking for quotation marks costs; where nearly all is shared it changes nothing.
    is_copy = share(small_shared) >= COPY_SHARE
    return Evidence(
        small_number, large_number, similarity, containment, small_shared, large_shared,
        own_run_words=np.count_nonzero(small_shared) if is_copy else count_run_words(small_hits, small.quoted),
        is_quoted=not is_copy and is_quoted(small_shared, small.quoted),
    )  # fmt: skip


def _flag(places: Indices, count: int) -> Flags:
    flags = np.zeros(count, dtype=bool)
    flags[places] = True
    return flags
