"""Which frequent paragraphs are the outlet's, not the article's, and which of these are no article text at all."""

from dataclasses import dataclass

import numpy as np

from assets.boilerplate.occurrences import Flags, Frequent, Numbers, Paragraphs
from assets.boilerplate.words import mix

# The articles must be different texts: together they hold at least this many times the text of one of them, and this
# share of what as many unrelated texts would hold. Five versions of one article repeat each other's paragraphs, too.
MIN_TEXTS, MIN_SHARE = 2.5, 0.25
# Articles looked at for that, those with the smallest ids.
MAX_SAMPLE = 16
# Only what so many articles have, nearly all of them different texts, may leave a body ...
LEAVING_ARTICLES, LEAVING_SHARE = 10, 0.5
# ... that stands at the head or the end nearly everywhere, with nothing but its like outside it ...
MIN_EDGE = 0.9
# ... and whose words the articles hardly use otherwise. Of the last three paragraphs of 4,000 real reports 30 % of the
# longer words stand in the article's middle or title, too (median); of what sites add, hardly any.
MAX_TIES = 20


@dataclass(frozen=True)
class Repeated:
    """Frequent paragraphs by key: which are the outlet's, which leave bodies, and what decided."""

    is_repeated: Flags
    leaves: Flags
    are_alike: Flags  # the articles share too much else for it to leave
    ties: Numbers  # percent
    edge: Numbers  # percent of the occurrences that stand at the head or the end


def judge_paragraphs(paragraphs: Paragraphs, frequent: Frequent) -> Repeated:
    """Apply the rules above."""
    sampled = np.minimum(frequent.articles, MAX_SAMPLE)
    texts = _count_texts(paragraphs, frequent)
    is_repeated = (texts >= MIN_TEXTS) & (texts >= MIN_SHARE * sampled)
    count = len(frequent.articles)
    occurrences = np.maximum(np.bincount(frequent.keys, minlength=count), 1)
    ties = np.bincount(frequent.keys, paragraphs.ties[frequent.places], minlength=count) / occurrences
    has_outlet = np.zeros(count, dtype=bool)
    has_outlet[frequent.keys] = paragraphs.outlets[paragraphs.owners[frequent.places]] > 0
    leaves = is_repeated & has_outlet & (frequent.articles >= LEAVING_ARTICLES)
    are_alike = texts < LEAVING_SHARE * sampled
    leaves, edge = _keep_edges(paragraphs, frequent, leaves & ~are_alike & (ties <= MAX_TIES))
    return Repeated(is_repeated, leaves, are_alike, np.ceil(ties).astype(np.int64), (100 * edge).astype(np.int64))


def find_runs(paragraphs: Paragraphs, leaving: Flags) -> tuple[Numbers, Numbers]:
    """How many paragraphs with words of each article stand in a row at its head, and at its end, and are `leaving`."""
    worded = paragraphs.hashes != 0
    stays = np.concatenate([np.flatnonzero(worded & ~leaving), [len(worded)]])
    before = np.concatenate([[0], np.cumsum(worded)])
    first = stays[np.searchsorted(stays[:-1], paragraphs.starts[:-1])]
    last = np.concatenate([[-1], stays[:-1]])[np.searchsorted(stays[:-1], paragraphs.starts[1:])]
    head = before[np.minimum(first, paragraphs.starts[1:])] - before[paragraphs.starts[:-1]]
    tail = before[paragraphs.starts[1:]] - before[np.maximum(last + 1, paragraphs.starts[:-1])]
    return head, tail


def flag_runs(paragraphs: Paragraphs, leaving: Flags) -> Flags:
    """Flag the paragraphs in these rows, those without words between and beside them, too."""
    worded = paragraphs.hashes != 0
    head, tail = (count[paragraphs.owners] for count in find_runs(paragraphs, leaving))
    total = np.concatenate([[0], np.cumsum(worded)])
    before = total[:-1] - total[paragraphs.starts[:-1]][paragraphs.owners]
    after = total[paragraphs.starts[1:]][paragraphs.owners] - total[1:]
    beside = ~worded & ((head > 0) & (before <= head) | (tail > 0) & (after <= tail))
    return worded & ((before < head) | (after < tail)) | beside


def _keep_edges(paragraphs: Paragraphs, frequent: Frequent, leaves: Flags) -> tuple[Flags, np.ndarray]:
    """Those of the keys that stand at an edge nearly everywhere, and the share of each; repeated until all do."""
    count = len(frequent.articles)
    occurrences = np.maximum(np.bincount(frequent.keys, minlength=count), 1)
    while True:
        leaving = np.zeros(len(paragraphs.owners), dtype=bool)
        leaving[frequent.places] = leaves[frequent.keys]
        at_edge = flag_runs(paragraphs, leaving)[frequent.places]
        edge = np.bincount(frequent.keys, at_edge, minlength=count) / occurrences
        kept = leaves & (edge >= MIN_EDGE)
        if (kept == leaves).all():
            return kept, edge
        leaves = kept


def _count_texts(paragraphs: Paragraphs, frequent: Frequent) -> np.ndarray:
    """How many texts' worth of different paragraphs the sampled articles of each key hold: 1 for copies of one text."""
    keys, owners = _sample(paragraphs, frequent)
    starts = paragraphs.starts[owners]
    lengths = paragraphs.starts[owners + 1] - starts
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    places = np.repeat(starts, lengths) + within
    key = np.repeat(keys, lengths)
    _, first = np.unique(paragraphs.hashes[places] ^ mix(key.astype(np.uint64) + np.uint64(1)), return_index=True)
    letters, count = paragraphs.letters[places], len(frequent.articles)
    distinct = np.bincount(key[first], letters[first], minlength=count)
    total = np.bincount(key, letters, minlength=count)
    return np.divide(distinct * np.bincount(keys, minlength=count), total, out=np.zeros(count), where=total > 0)


def _sample(paragraphs: Paragraphs, frequent: Frequent) -> tuple[Numbers, Numbers]:
    """Keys and the first MAX_SAMPLE articles of each."""
    codes = np.unique(frequent.keys * len(paragraphs.article_ids) + paragraphs.owners[frequent.places])
    keys, owners = np.divmod(codes, max(len(paragraphs.article_ids), 1))
    first = np.searchsorted(keys, keys)
    chosen = np.arange(len(keys)) - first < MAX_SAMPLE
    return keys[chosen], owners[chosen]
