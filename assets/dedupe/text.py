"""One text of a pair, word by word: its word runs, its facts, what stands where. Knows nothing of the other text."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.dedupe.flat import is_in
from assets.dedupe.hashing import Hashes, hash_runs, sort_unique
from assets.dedupe.quotation import quoted_words
from assets.dedupe.tokens import Flags, Indices, fold_texts, tokenize

GRAM_WORDS = 3
# A word that is quoted is cut there.
_MAX_BYTES = 60
_WORD = re.compile(r"\w+")
_NUMBER, _NUMBER_HEAD = re.compile(rb"\d+(?:[.,:]\d+)*"), re.compile(rb"(?:\d+[.,:])+$")


@dataclass(frozen=True)
class Text:
    """One text, word by word."""

    hashes: Hashes
    sentences: Indices
    starts: Indices  # first byte of each word in the lower-case text
    grams: Hashes  # word 3-grams in order; one gram of all words for a shorter text
    body: str
    folded: str

    @cached_property
    def ranked_grams(self) -> tuple[Hashes, Indices]:
        """The different grams, sorted, and the place of each gram among them."""
        order = np.argsort(self.grams)
        ordered = self.grams[order]
        is_first = np.ones(len(order), dtype=bool)
        is_first[1:] = ordered[1:] != ordered[:-1]
        places = np.empty(len(order), dtype=np.int64)
        places[order] = np.cumsum(is_first) - 1
        return ordered[is_first], places

    def head(self, count: int) -> "Text":
        """The text as far as its first `count` words."""
        arrays = (array[:count] for array in (self.hashes, self.sentences, self.starts, self.grams))
        return Text(*arrays, self.body, self.folded)

    @cached_property
    def facts(self) -> Flags:
        """Words that begin with a digit or, at the same place in the text as given, with a capital letter."""
        first = self._first_bytes
        return ((first >= ord("A")) & (first <= ord("Z"))) | self._are_numbers

    @cached_property
    def inner_facts(self) -> Flags:
        """Facts that are numbers or not the first word of a sentence."""
        first = np.ones(len(self.facts), dtype=bool)
        first[1:] = self.sentences[1:] != self.sentences[:-1]
        return self.facts & (~first | self._are_numbers)

    @cached_property
    def _first_bytes(self) -> NDArray[np.uint8]:
        body = np.frombuffer(self.body.encode() + b" ", dtype=np.uint8)
        return body[np.minimum(self.starts, len(body) - 1)]

    @property
    def _are_numbers(self) -> Flags:
        return (self._first_bytes >= ord("0")) & (self._first_bytes <= ord("9"))

    def stand_in(self, other: "Text") -> Flags:
        """Which words the other text has, too, anywhere."""
        return is_in(self.hashes, other.words)

    @cached_property
    def words(self) -> Hashes:
        """The different words, sorted."""
        return sort_unique(self.hashes)

    def span(self, number: int) -> tuple[int, int]:
        """First byte, and the byte after the last one, of a word; of the whole number where it is part of one."""
        start = int(self.starts[number])
        before, rest = (
            self._bytes[max(start - _MAX_BYTES, 0) : start],
            self._bytes[start : start + _MAX_BYTES],
        )
        if number_tail := _NUMBER.match(rest):
            head = _NUMBER_HEAD.search(before)
            return start - (len(head[0]) if head else 0), start + number_tail.end()
        word = _WORD.match(rest.decode(errors="ignore"))
        return start, start + (len(word[0].encode()) if word else 1)

    def quote(self, span: tuple[int, int]) -> str:
        """What stands there, as it is written."""
        return self._bytes[slice(*span)].decode(errors="ignore")

    def follow(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether no word stands between two spans."""
        return not np.any((self.starts >= one[1]) & (self.starts < other[0]))

    @cached_property
    def _bytes(self) -> bytes:
        """The text as given; in lower case where that has other lengths."""
        given, folded = self.body.encode(), self.folded.encode()
        return given if len(given) == len(folded) else folded

    @cached_property
    def quoted(self) -> Flags:
        """Words in quotation marks."""
        return quoted_words(self.folded, self.starts)


def prepare_texts(numbers: Indices, bodies: pl.Series) -> dict[int, Text]:
    """The texts of these numbers from their bodies."""
    folded = fold_texts(bodies)
    strings = list(zip(bodies.to_list(), folded.to_list(), strict=True))
    texts: dict[int, Text] = {}
    for first, tokens in tokenize(folded):
        edges = np.searchsorted(tokens.texts, np.arange(tokens.count + 1)).tolist()
        grams = hash_runs(tokens.hashes, GRAM_WORDS)
        for index, (start, end) in enumerate(pairwise(edges)):
            own = grams[start : end - GRAM_WORDS + 1]
            if end - start < GRAM_WORDS:
                own = hash_runs(tokens.hashes[start:end], end - start)
            arrays = (array[start:end] for array in (tokens.hashes, tokens.sentences, tokens.starts))
            texts[int(numbers[first + index])] = Text(*arrays, own, *strings[first + index])
    return texts
