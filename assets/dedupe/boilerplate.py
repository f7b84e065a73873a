"""Paragraphs that an outlet repeats on its pages: they leave the text that is compared, never the article."""

import numpy as np

from assets.dedupe.flat import Paragraphs, Sketches
from assets.dedupe.hashing import U64, sort_unique
from assets.dedupe.tokens import Flags, Indices

# A paragraph is boilerplate when one outlet has it in this many articles ...
MIN_ARTICLES = 5
# ... that are different texts: together they hold at least this many times the text of one of them, and this share of
# what as many unrelated texts would hold. Five versions of one article repeat each other's paragraphs, too.
MIN_TEXTS, MIN_SHARE = 2.5, 0.25
# A phrase inside paragraphs that so many different texts of one outlet hold is the outlet's, not the article's.
PHRASE_ARTICLES = 8
# Articles looked at for that, those with the smallest ids.
MAX_SAMPLE = 16


def find_boilerplate(paragraphs: Paragraphs, grams: Sketches, outlets: Indices) -> Flags:
    """Flag the paragraphs that their outlet repeats. `outlets` numbers each article's outlet; unknown is one, too.

    Articles are numbered by article_id, so that the result is a function of the set of articles.
    """
    keys = _group_paragraphs(paragraphs, outlets)
    pairs = _distinct_pairs(keys, paragraphs.owners)
    counts = np.bincount(pairs[:, 0], minlength=int(keys.max(initial=-1)) + 1)
    frequent = counts >= MIN_ARTICLES
    if not frequent.any():
        return np.zeros(len(keys), dtype=bool)
    sample = _sample(pairs[frequent[pairs[:, 0]]])
    texts = _count_texts(sample, grams, len(counts))
    sampled = np.minimum(counts, MAX_SAMPLE)
    repeated = frequent & (texts >= MIN_TEXTS) & (texts >= MIN_SHARE * sampled)
    return repeated[keys] & ~_would_be_empty(repeated[keys], paragraphs)


def find_phrases(grams: Sketches, outlets: Indices) -> Flags:
    """Flag the grams that many texts of their outlet hold: lists and asides that stand inside paragraphs.

    `outlets` numbers each text's outlet; texts with a negative number have none.
    """
    outlet = outlets[grams.owners]
    keys = outlet << 32 | grams.values
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], grams.owners[order]
    changes = np.ones(len(keys), dtype=bool)
    changes[1:] = keys[1:] != keys[:-1]
    new = changes.copy()
    new[1:] |= owners[1:] != owners[:-1]
    number = np.cumsum(changes) - 1
    holders = np.bincount(number, new)
    flags = np.zeros(len(keys), dtype=bool)
    flags[order] = (holders[number] >= PHRASE_ARTICLES) & (keys >= 0)
    return flags


def _group_paragraphs(paragraphs: Paragraphs, outlets: Indices) -> Indices:
    """A number for each (outlet, paragraph text)."""
    outlet = outlets[paragraphs.owners]
    order = np.lexsort((paragraphs.hashes, outlet))
    hashes, sorted_outlets = paragraphs.hashes[order], outlet[order]
    new = np.ones(len(order), dtype=np.int64)
    new[1:] = (hashes[1:] != hashes[:-1]) | (sorted_outlets[1:] != sorted_outlets[:-1])
    keys = np.zeros(len(order), dtype=np.int64)
    keys[order] = np.cumsum(new) - 1
    return keys


def _distinct_pairs(keys: Indices, owners: Indices) -> Indices:
    """Rows (key, owner), sorted, each once."""
    span = int(owners.max(initial=0)) + 1
    codes = sort_unique(keys * span + owners)
    return np.stack([codes // span, codes % span], axis=1)


def _sample(pairs: Indices) -> Indices:
    """The first MAX_SAMPLE owners of each key."""
    first = np.searchsorted(pairs[:, 0], pairs[:, 0])
    return pairs[np.arange(len(pairs)) - first < MAX_SAMPLE]


def _count_texts(sample: Indices, grams: Sketches, keys: int) -> np.ndarray:
    """How many texts' worth of different grams the sampled articles of each key hold: 1 for copies of one text."""
    starts = np.searchsorted(grams.owners, sample[:, 1])
    lengths = np.searchsorted(grams.owners, sample[:, 1], side="right") - starts
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    values = grams.values[np.repeat(starts, lengths) + within].astype(U64)
    codes = sort_unique(np.repeat(sample[:, 0], lengths).astype(U64) << U64(32) | values)
    distinct = np.bincount((codes >> U64(32)).astype(np.int64), minlength=keys)
    total = np.bincount(sample[:, 0], lengths, minlength=keys)
    articles = np.bincount(sample[:, 0], minlength=keys)
    return np.divide(distinct * articles, total, out=np.zeros(keys), where=total > 0)


def _would_be_empty(repeated: Flags, paragraphs: Paragraphs) -> Flags:
    """Flag the paragraphs of articles that have no others: a text is not compared as nothing."""
    left = np.bincount(paragraphs.owners, ~repeated)
    return left[paragraphs.owners] == 0
