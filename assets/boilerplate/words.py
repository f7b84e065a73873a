"""Words of many texts as numbers, all at once. Knows bytes of UTF-8, nothing of articles.

A word is a run of letters and digits, lower case; two words are taken for one when their first sixteen bytes and their
lengths agree. In scripts without spaces every two neighbouring characters are a word.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

# Shorter words are mostly grammar: having them in common says nothing.
LONG_WORD = 6
_PADDING = 16
_PAIR_BYTES = 6

Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]


@dataclass(frozen=True)
class Words:
    """Words of several texts, in order; `texts` says which text each is in."""

    texts: Numbers
    keys: Hashes
    letters: Numbers  # characters; of a script without spaces 1, so that they add up to the text's
    is_long: Flags  # says something about what the text is about


def find_words(texts: pl.Series) -> Words:
    """All words of the texts."""
    lower = (texts.str.to_lowercase() + "\n").to_arrow()
    data = np.concatenate([np.frombuffer(lower.buffers()[2], dtype=np.uint8), np.zeros(_PADDING, dtype=np.uint8)])
    offsets = np.frombuffer(lower.buffers()[1], dtype=np.int64)[: len(texts) + 1]
    is_word, pairs = _mark_bytes(data)
    edges = np.flatnonzero(is_word[1:] != is_word[:-1]) + 1
    edges = np.concatenate([[0], edges]) if is_word[0] else edges
    starts, ends = edges[::2], edges[1::2]
    if pairs.any():
        starts, ends = _add_pairs(starts, ends, np.flatnonzero(pairs))
    characters = np.cumsum((data & 0xC0) != 0x80, dtype=np.int32)
    letters = characters[ends - 1] - characters[starts] + 1
    wide = ends - starts >= 3 * letters
    return Words(
        np.repeat(np.arange(len(texts)), np.diff(np.searchsorted(starts, offsets))),
        _hash_words(data, starts, ends),
        np.where(pairs[starts], 1, letters),
        (letters >= LONG_WORD) | wide & (letters > 1),
    )


def mix(values: Hashes) -> Hashes:
    """Spread every input bit over all 64 output bits (SplitMix64 finalizer, Steele et al. 2014); 0 stays 0."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _mark_bytes(data: Bytes) -> tuple[Flags, Flags]:
    """Flags of bytes: part of a word; first byte of a character of a script without spaces."""
    codes = np.arange(256)
    letters = (codes >= 0x80) | np.isin(codes, np.frombuffer(b"0123456789abcdefghijklmnopqrstuvwxyz", dtype=np.uint8))
    is_word, pairs = letters[data], np.zeros(len(data), dtype=bool)
    leads = np.flatnonzero(data >= 0xC0)
    leads, second = leads[leads < len(data) - 4], data[np.minimum(leads + 1, len(data) - 1)]
    first = data[leads]
    # Signs of Latin-1; general punctuation to dingbats; CJK punctuation; full-width forms; pictures.
    marks = (first == 0xC2) | (first == 0xE2) | (first == 0xE3) & (second == 0x80) | (first == 0xF0) & (second == 0x9F)
    marks |= (first == 0xEF) & (second >= 0xBC)
    for step in range(4):
        is_word[leads[marks & (step < _width(first))] + step] = False
    thai = (first == 0xE0) & (second >= 0xB8) & (second <= 0xBB)
    khmer = (first == 0xE1) & ((second <= 0x82) | (second == 0x9E) | (second == 0x9F))
    pairs[leads[(thai | khmer | (first >= 0xE3) & (first <= 0xE9)) & ~marks]] = True
    return is_word, pairs


def _width(first: Bytes) -> Numbers:
    return np.where(first >= 0xF0, 4, np.where(first >= 0xE0, 3, 2))


def _add_pairs(starts: Numbers, ends: Numbers, pairs: Numbers) -> tuple[Numbers, Numbers]:
    """Words with one more for every character of a script without spaces, which reaches over its neighbour."""
    run = np.searchsorted(starts, pairs, side="right") - 1
    short = np.minimum(pairs + _PAIR_BYTES, ends[run])
    plain = ~np.isin(starts, pairs)
    starts, ends = np.concatenate([starts[plain], pairs]), np.concatenate([ends[plain], short])
    order = np.argsort(starts, kind="stable")
    return starts[order], ends[order]


def _hash_words(data: Bytes, starts: Numbers, ends: Numbers) -> Hashes:
    """Hash of the first sixteen bytes and the length of each word."""
    lengths = ends - starts
    loaded = np.ndarray(len(data) - 7, dtype="<u8", buffer=data, strides=(1,))
    head = loaded[starts] & _mask(lengths)
    tail = loaded[np.minimum(starts + 8, len(loaded) - 1)] & _mask(lengths - 8)
    return mix(mix(head + np.uint64(1)) ^ tail ^ (lengths.astype(np.uint64) << np.uint64(57)))


def _mask(lengths: Numbers) -> Hashes:
    """Ones for the first `lengths` bytes of eight."""
    masks = np.array([(1 << 8 * count) - 1 for count in range(9)], dtype=np.uint64)
    return masks[np.clip(lengths, 0, 8)]
