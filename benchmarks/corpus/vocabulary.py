"""Sentences that nobody wrote, in the proportions of news: frequent words, many rare ones, invented names, numbers."""

import numpy as np
import polars as pl

from assets.stories.terms import DATA, TOTAL

_SYLLABLES = {"onset": "b br d dr f g h j k kl l m n p pr qu r s sh st t tr v w", "vowel": "a e i o u ai ou"}
_ONSETS, _VOWELS = (_SYLLABLES[part].split(" ") for part in ("onset", "vowel"))
_ENDS = ["", "n", "r", "s", "t", "l", "nd", "st", "rk", "m"]

NAMES = 6_000
# Share of names and numbers in running text, and of topic words among the others.
NAME_SHARE, NUMBER_SHARE, TOPIC_SHARE = 0.07, 0.02, 0.15
# Words of a topic are none of the most frequent ones.
TOPIC_RANK = 1_500


class Writer:
    """Writes sentences from one stream of random numbers: the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.Generator(np.random.PCG64(seed))
        counts = pl.read_csv(DATA / "document_frequencies.csv", comment_prefix="#").filter(pl.col("word") != TOTAL)
        self.words = counts.sort("documents", "word", descending=[True, False])["word"].to_list()
        self.names = _make_names(np.random.Generator(np.random.PCG64(2)))

    def sentence(self, topic: list[str] | None = None) -> str:
        """One sentence of 8 to 34 words; some of the topic."""
        count = int(self.random.integers(8, 35))
        words = [self._word(kind, topic) for kind in self.random.random(count)]
        return words[0].capitalize() + " " + " ".join(words[1:]) + "."

    def word(self) -> str:
        """Any word, frequent ones more often: the logarithm of the rank is uniform (Zipf's law)."""
        return self.words[int(len(self.words) ** self.random.random()) - 1]

    def _word(self, kind: float, topic: list[str] | None) -> str:
        if kind < NUMBER_SHARE:
            return str(int(self.random.integers(2, 3000)))
        if kind < NUMBER_SHARE + NAME_SHARE:
            return self.names[int(self.random.integers(NAMES))]
        if topic and kind < NUMBER_SHARE + NAME_SHARE + TOPIC_SHARE:
            return topic[int(len(topic) ** self.random.random()) - 1]
        return self.word()

    def topic(self) -> list[str]:
        """Names and words of one event."""
        names = [self.names[int(i)] for i in self.random.integers(0, NAMES, 4)]
        return names + [self.words[int(i)] for i in self.random.integers(TOPIC_RANK, len(self.words), 12)]

    def paragraphs(self, sentences: list[str]) -> str:
        """Sentences in paragraphs of one to three, separated by an empty line."""
        parts, start = [], 0
        while start < len(sentences):
            size = int(self.random.integers(1, 4))
            parts.append(" ".join(sentences[start : start + size]))
            start += size
        return "\n\n".join(parts)


def _make_names(random: np.random.Generator) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < NAMES:
        draws = random.integers(0, [[len(_ONSETS)], [len(_VOWELS)], [len(_ENDS)]], (3, int(random.integers(2, 4))))
        parts = (_ONSETS[i] + _VOWELS[j] + _ENDS[k] for i, j, k in draws.T)
        names["".join(parts).capitalize()] = None
    return list(names)
