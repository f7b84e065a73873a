"""Word for word comparison of candidate pairs: what two texts share, and where they differ."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from assets.dedupe.hashing import Hashes, hash_runs, sort_unique
from assets.dedupe.quotation import quoted_words
from assets.dedupe.tokens import Flags, Indices, fold_texts, tokenize

GRAM_WORDS = 3
# Pairs that share less than this of the smaller text's 3-grams are no evidence of anything.
MIN_CONTAINMENT = 0.15
# A run that two writers do not arrive at on their own.
LONG_RUN = 8
# A word that is quoted is cut there.
MAX_WORD_BYTES = 60
_WORD = re.compile(r"\w+")
# Pairs compared at a time: bounds the texts in memory.
BLOCK = 20_000


# Text numbers -> their texts.
ReadTexts = Callable[[Indices], "dict[int, Text]"]


@dataclass(frozen=True)
class Text:
    """One text, word by word."""

    hashes: Hashes
    sentences: Indices
    starts: Indices  # first byte of each word in the lower-case text
    body: str
    folded: str

    @cached_property
    def grams(self) -> Hashes:
        """Word 3-grams in order; one gram of all words for a shorter text."""
        return hash_runs(self.hashes, min(GRAM_WORDS, len(self.hashes)))

    @cached_property
    def gram_set(self) -> Hashes:
        """The different grams, sorted."""
        return sort_unique(self.grams)

    @cached_property
    def facts(self) -> Flags:
        """Words that begin with a digit or, at the same place in the text as given, with a capital letter."""
        body = np.frombuffer(self.body.encode() + b" ", dtype=np.uint8)
        first = body[np.minimum(self.starts, len(body) - 1)]
        return ((first >= ord("A")) & (first <= ord("Z"))) | ((first >= ord("0")) & (first <= ord("9")))

    def word(self, number: int) -> str:
        """A word, lower case, as it is written."""
        rest = self._bytes[self.starts[number] : self.starts[number] + MAX_WORD_BYTES].decode(errors="ignore")
        match = _WORD.match(rest)
        return match[0] if match else rest[:1]

    @cached_property
    def _bytes(self) -> bytes:
        return self.folded.encode()

    @cached_property
    def quoted(self) -> Flags:
        """Words in quotation marks."""
        return quoted_words(self.folded, self.starts)


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


def prepare_texts(numbers: Indices, bodies: pl.Series) -> dict[int, Text]:
    """The texts of these numbers from their bodies."""
    folded = fold_texts(bodies)
    strings = list(zip(bodies.to_list(), folded.to_list(), strict=True))
    texts: dict[int, Text] = {}
    for first, tokens in tokenize(folded):
        edges = np.searchsorted(tokens.texts, np.arange(tokens.count + 1))
        for index in range(tokens.count):
            part = slice(edges[index], edges[index + 1])
            arrays = (array[part] for array in (tokens.hashes, tokens.sentences, tokens.starts))
            texts[int(numbers[first + index])] = Text(*arrays, *strings[first + index])
    return texts


def compare_texts(small: Text, large: Text, small_number: int, large_number: int) -> Evidence | None:
    """Evidence of one pair; None when it shares too little."""
    shared = int(_is_in(small.gram_set, large.gram_set).sum())
    containment = shared / min(len(small.gram_set), len(large.gram_set))
    if containment < MIN_CONTAINMENT:
        return None
    similarity = shared / (len(small.gram_set) + len(large.gram_set) - shared)
    small_hits = _is_in(small.grams, large.gram_set)
    large_hits = _is_in(large.grams, small.gram_set)
    small_shared = _cover(small_hits, len(small.hashes))
    return Evidence(
        small_number, large_number, similarity, containment, small_shared,
        large_shared=_cover(large_hits, len(large.hashes)),
        own_run_words=_count_run_words(small_hits, small) if containment < 0.6 else int(small_shared.sum()),
    )  # fmt: skip


def _is_in(values: Hashes, known: Hashes) -> Flags:
    """Which values are in the sorted array."""
    return known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values


def _cover(hits: Flags, words: int) -> Flags:
    """Words that lie in a gram that hits."""
    covered = np.zeros(words, dtype=bool)
    length = words - len(hits) + 1
    for step in range(length):
        covered[step : step + len(hits)] |= hits
    return covered


def _count_run_words(hits: Flags, text: Text) -> int:
    """Words of the shared runs that are long without the words in quotation marks."""
    length = len(text.hashes) - len(hits) + 1
    free = hits.copy()
    for step in range(length):
        free &= ~text.quoted[step : step + len(hits)]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]]).astype(np.int8)))
    runs = edges[1::2] - edges[::2] + length - 1
    return int(runs[runs >= LONG_RUN].sum())
