"""Invented words and sentences in the proportions of news: few frequent words, many rare ones, names, numbers."""

import numpy as np

_ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "sh",
    "sl",
    "st",
    "t",
    "tr",
    "v",
    "w",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_ENDS = ["", "n", "r", "s", "t", "l", "nd", "st", "rk", "m"]
_FUNCTION = [
    "the",
    "of",
    "to",
    "in",
    "and",
    "a",
    "on",
    "for",
    "that",
    "with",
    "as",
    "by",
    "at",
    "from",
    "it",
    "is",
    "was",
    "he",
    "said",
    "has",
    "have",
    "will",
    "not",
    "an",
    "be",
    "are",
]

CONTENT_WORDS, NAMES = 30_000, 6_000
# Share of function words, names and numbers in running text.
FUNCTION_SHARE, NAME_SHARE, NUMBER_SHARE = 0.42, 0.07, 0.02


class Writer:
    """Writes sentences from one stream of random numbers: the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.Generator(np.random.PCG64(seed))
        self.content = _make_words(np.random.Generator(np.random.PCG64(1)), CONTENT_WORDS)
        self.names = [word.capitalize() for word in _make_words(np.random.Generator(np.random.PCG64(2)), NAMES)]

    def sentence(self, topic: list[str] | None = None) -> str:
        """One sentence of 8 to 34 words; one content word in four is of the topic."""
        count = int(self.random.integers(8, 35))
        words = [self._word(kind, topic) for kind in self.random.random(count)]
        return words[0].capitalize() + " " + " ".join(words[1:]) + "."

    def _word(self, kind: float, topic: list[str] | None) -> str:
        if kind < FUNCTION_SHARE:
            return _FUNCTION[self._rank(len(_FUNCTION))]
        if kind < FUNCTION_SHARE + NUMBER_SHARE:
            return str(int(self.random.integers(2, 3000)))
        if topic and self.random.random() < 0.25:
            return topic[self._rank(len(topic))]
        if kind < FUNCTION_SHARE + NUMBER_SHARE + NAME_SHARE:
            return self.names[self._rank(NAMES)]
        return self.content[self._rank(CONTENT_WORDS)]

    def _rank(self, size: int) -> int:
        """A rank with a long tail: the logarithm of the rank is uniform (Zipf's law)."""
        return int(size ** self.random.random()) - 1 if size > 1 else 0

    def topic(self) -> list[str]:
        """Names and words of one event."""
        names = [self.names[int(i)] for i in self.random.integers(0, NAMES, 4)]
        return names + [self.content[int(i)] for i in self.random.integers(200, CONTENT_WORDS, 12)]

    def paragraphs(self, sentences: list[str]) -> str:
        """Sentences in paragraphs of one to three, separated by an empty line."""
        parts, start = [], 0
        while start < len(sentences):
            size = int(self.random.integers(1, 4))
            parts.append(" ".join(sentences[start : start + size]))
            start += size
        return "\n\n".join(parts)


def _make_words(random: np.random.Generator, count: int) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < count:
        syllables = int(random.integers(2, 4))
        parts = [
            _ONSETS[int(random.integers(len(_ONSETS)))]
            + _VOWELS[int(random.integers(len(_VOWELS)))]
            + _ENDS[int(random.integers(len(_ENDS)))]
            for _ in range(syllables)
        ]
        words["".join(parts)] = None
    return list(words)
