"""Pairs of texts that are worth comparing word by word: those that share sampled grams or sentences.

The work grows with what is shared, not with the square of the texts: a gram held by very many texts pairs each of them
with a few first ones only.
"""

from dataclasses import dataclass

import numpy as np

from assets.dedupe.flat import Sketches
from assets.dedupe.hashing import U64, sort_unique
from assets.dedupe.tokens import Flags, Indices

# Up to this many holders of a gram all pairs are counted ...
ALL_PAIRS_HOLDERS = 64
# ... above it each holder is paired with the first few, so that a text with hundreds of copies still finds them ...
LEADERS = 8
# ... and above this it is a figure of speech.
MAX_HOLDERS = 2_000
# A pair is a candidate when it shares this many sampled grams, and this share of the smaller sketch.
MIN_SHARED, MIN_CONTAINMENT = 3, 0.12
# Phrases that an outlet repeats do not count towards that; they do for a pair that shares most of its text.
COPY_CONTAINMENT = 0.65
# Texts of fewer words have few sampled grams: one is enough if it is a good part of them, so is a whole sentence.
SHORT_WORDS, SHORT_CONTAINMENT = 120, 0.2


@dataclass(frozen=True)
class Pairs:
    """Pairs of text numbers, first < second, sorted."""

    first: Indices
    second: Indices


def find_candidates(grams: Sketches, phrases: Flags, sentences: Sketches, words: Indices) -> Pairs:
    """Pairs of texts (numbered by age) that may share enough.

    `phrases` flags the grams that an outlet repeats; `words` counts each text's words.
    """
    span = len(words) or 1
    short = words < SHORT_WORDS
    found = _pair_by_grams(grams.select(~phrases), short, MIN_CONTAINMENT)
    if phrases.any():
        found = np.union1d(found, _pair_by_grams(grams, short, COPY_CONTAINMENT))
    found = np.union1d(found, _pair_short(sentences, short, span))
    return Pairs(found // span, found % span)


def _pair_by_grams(grams: Sketches, short: Flags, min_containment: float) -> Indices:
    """Codes of pairs that share this much of the smaller sketch."""
    span = len(short) or 1
    sizes = np.bincount(grams.owners, minlength=span)
    codes, shared = _count_shared(grams, span)
    smaller = np.minimum(sizes[codes // span], sizes[codes % span])
    enough = (shared >= MIN_SHARED) & (shared >= min_containment * smaller)
    either_short = short[codes // span] | short[codes % span]
    return codes[enough | either_short & (shared >= max(min_containment, SHORT_CONTAINMENT) * smaller)]


def _pair_short(sentences: Sketches, short: Flags, span: int) -> Indices:
    """Codes of pairs with a sentence in common, one of them short."""
    wanted = np.unique(sentences.values[short[sentences.owners]])
    at = np.minimum(np.searchsorted(wanted, sentences.values), max(len(wanted) - 1, 0))
    hit = wanted[at] == sentences.values if len(wanted) else np.zeros(len(sentences.values), dtype=bool)
    codes, _ = _count_shared(Sketches(sentences.owners[hit], sentences.values[hit]), span)
    return codes[short[codes // span] | short[codes % span]]


def _count_shared(sketches: Sketches, span: int) -> tuple[Indices, Indices]:
    """Pair codes (first * span + second), sorted, and how many different values each pair shares."""
    owners, values = _distinct(sketches)
    starts = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]])) if len(values) else np.zeros(0, int)
    holders = np.diff(np.append(starts, len(values)))
    codes = [np.zeros(0, dtype=np.int64)]
    for start, count in ((start, count) for count, start in _by_count(starts, holders)):
        first, second = _pair_positions(count)
        block = owners[start[:, None] + np.arange(count)]
        codes.append((block[:, first] * span + block[:, second]).ravel())
    return np.unique(np.concatenate(codes), return_counts=True)


def _distinct(sketches: Sketches) -> tuple[Indices, Indices]:
    """Owners and values sorted by value then owner, each pair of them once."""
    codes = sort_unique(sketches.values.astype(U64) << U64(32) | sketches.owners.astype(U64))
    return (codes & U64(0xFFFFFFFF)).astype(np.int64), (codes >> U64(32)).astype(np.int64)


def _by_count(starts: Indices, holders: Indices) -> list[tuple[int, Indices]]:
    """(number of holders, starts of the values that have so many), for those that make pairs."""
    wanted = (holders > 1) & (holders <= MAX_HOLDERS)
    return [(int(count), starts[holders == count]) for count in np.unique(holders[wanted])]


def _pair_positions(count: int) -> tuple[Indices, Indices]:
    """Which holders of one value are paired: positions of the first and of the second."""
    if count <= ALL_PAIRS_HOLDERS:
        return np.triu_indices(count, 1)
    first, second = np.meshgrid(np.arange(LEADERS), np.arange(count), indexing="ij")
    forward = first < second
    return first[forward], second[forward]
