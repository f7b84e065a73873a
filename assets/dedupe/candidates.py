"""Pairs of texts that are worth comparing word by word: those that share sampled grams or sentences.

Only texts that are new, or whose common values changed hands, are looked at: for all others the pairs of the last run
stand. The work grows with what is shared, not with the square of the texts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.dedupe.common import Holders, find_changed, name_common, read_holders
from assets.dedupe.corpus import Corpus
from assets.dedupe.flat import Sketches, expand_ranges, is_in
from assets.dedupe.hashing import sort_unique
from assets.dedupe.packed import Values
from assets.dedupe.tokens import Flags, Indices

# A pair is a candidate when it shares this many sampled grams, and this share of the smaller sketch.
MIN_SHARED, MIN_CONTAINMENT = 3, 0.12
# Phrases that an outlet repeats do not count towards that; they do for a pair that shares most of its text.
COPY_CONTAINMENT = 0.65
# Texts of fewer words have few sampled grams: one is enough if it is a good part of them, so is a whole sentence.
SHORT_WORDS, SHORT_CONTAINMENT = 120, 0.2
# Texts looked at in one go: bounds the pairs in memory.
BLOCK_TEXTS = 50_000


@dataclass(frozen=True)
class Pairs:
    """Pairs of text numbers, first < second, sorted."""

    first: Indices
    second: Indices


@dataclass(frozen=True)
class Candidates:
    """Candidate pairs of which one text at least was looked at, which those are, and rows of `common_values`."""

    pairs: Pairs
    looked_at: Flags
    common: pl.DataFrame


def find_candidates(corpus: Corpus, fresh: Flags, common: pl.DataFrame) -> Candidates:
    """Look at the `fresh` texts, and at those whose rows of `common_values` changed since `common` was made."""
    looked_at, known, tables = fresh.copy(), {}, []
    for name, sketches in (("grams", corpus.grams), ("sentences", corpus.sentences)):
        before = common.filter(pl.col("sketch") == name)
        values = _choose_values(corpus, sketches, fresh, before["value"].to_numpy().astype(np.uint32))
        known[name] = read_holders(sketches, values, corpus.outlets)
        tables.append(name_common(name, known[name], corpus.keys, corpus.outlets))
        looked_at[find_changed(before, tables[-1], known[name], corpus.outlets)] = True
    grams, sentences = known["grams"], known["sentences"]
    phrases = np.bincount(grams.texts, grams.is_phrase, minlength=len(fresh)).astype(np.int64)
    if (looked_at != fresh).any():
        grams, sentences = (_look_again(corpus, own, looked_at) for own in (corpus.grams, corpus.sentences))
    found = [_pair_by_grams(corpus, grams, looked_at, phrases), _pair_short(corpus, sentences, looked_at)]
    pairs = Pairs(*np.divmod(sort_unique(np.concatenate(found)), len(fresh) or 1))
    return Candidates(pairs, looked_at, pl.concat(tables))


def _look_again(corpus: Corpus, sketches: Sketches, looked_at: Flags) -> Holders:
    values = _choose_values(corpus, sketches, looked_at, np.zeros(0, dtype=np.uint32))
    return read_holders(sketches, values, corpus.outlets)


def _choose_values(corpus: Corpus, sketches: Sketches, texts: Flags, known: Values) -> Values:
    """The values of these texts, and those `known`; of sentences only those that a short text holds."""
    values = sort_unique(np.concatenate([sketches.values_of(texts), known]))
    if sketches is corpus.sentences:
        values = values[is_in(values, sketches.values_of(corpus.words < SHORT_WORDS))]
    return values


def _pair_by_grams(corpus: Corpus, holders: Holders, looked_at: Flags, phrases: Indices) -> Indices:
    """Codes of pairs that share enough of the smaller sketch; `phrases` counts those of each text."""
    span, short = len(looked_at) or 1, corpus.words < SHORT_WORDS
    sizes = corpus.grams.sizes(len(looked_at))
    parts = [np.zeros(0, dtype=np.int64)]
    for codes, shared, plain in _count_shared(holders, looked_at):
        first, second = np.divmod(codes, span)
        either = short[first] | short[second]
        enough = _are_enough(plain, _smaller(sizes - phrases, first, second), either, MIN_CONTAINMENT)
        # Where all that is shared are phrases, one is chance, however short the text.
        most = _are_enough(shared, _smaller(sizes, first, second), either, COPY_CONTAINMENT)
        parts.append(codes[enough | most & ((plain > 0) | (shared >= MIN_SHARED))])
    return np.concatenate(parts)


def _smaller(sizes: Indices, first: Indices, second: Indices) -> Indices:
    return np.minimum(sizes[first], sizes[second])


def _are_enough(shared: Indices, smaller: Indices, either_short: Flags, containment: float) -> Flags:
    enough = (shared >= MIN_SHARED) & (shared >= containment * smaller)
    return enough | either_short & (shared > 0) & (shared >= max(containment, SHORT_CONTAINMENT) * smaller)


def _pair_short(corpus: Corpus, holders: Holders, looked_at: Flags) -> Indices:
    """Codes of pairs with a sentence in common, one of them short."""
    span, short = len(looked_at) or 1, corpus.words < SHORT_WORDS
    parts = [np.zeros(0, dtype=np.int64)]
    for codes, _, _ in _count_shared(holders, looked_at):
        parts.append(codes[short[codes // span] | short[codes % span]])
    return np.concatenate(parts)


def _count_shared(holders: Holders, looked_at: Flags) -> Iterator[tuple[Indices, Indices, Indices]]:
    """Codes (first * texts + second) of pairs with a text that is looked at, how many different values each pair
    shares, and how many of these are no phrases; in blocks."""
    wanted = looked_at[holders.texts] & (holders.reach > 0)
    for start in range(0, len(looked_at), BLOCK_TEXTS):
        block = (holders.texts >= start) & (holders.texts < start + BLOCK_TEXTS)
        codes = _pair_holders(holders, np.flatnonzero(wanted & block), looked_at)
        if len(codes):
            edges = np.flatnonzero(np.concatenate([[True], codes[1:] >> 1 != codes[:-1] >> 1]))
            yield codes[edges] >> 1, np.diff(np.append(edges, len(codes))), np.add.reduceat(codes & 1, edges)


def _pair_holders(holders: Holders, own: Indices, looked_at: Flags) -> Indices:
    """Sorted codes (pair * 2 + whether the value is no phrase) of what the holders at `own` share with others.

    Of two texts that are looked at only the one with the smaller number makes the pair.
    """
    lengths = holders.reach[own]
    places = expand_ranges(holders.starts[own], lengths)
    one, other = np.repeat(holders.texts[own], lengths), holders.texts[places]
    plain = ~(np.repeat(holders.is_phrase[own], lengths) | holders.is_phrase[places])
    kept = (one != other) & (~looked_at[other] | (one < other))
    one, other, plain = one[kept], other[kept], plain[kept]
    pairs = np.minimum(one, other) * len(looked_at) + np.maximum(one, other)
    return np.sort(pairs << 1 | plain)
