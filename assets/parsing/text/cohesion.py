"""Whether a stretch of text speaks of the same things as an article: the plain share of words they have in common.

Put here: that measure. Keep out: what follows from it (layout.py).
Method: lexical cohesion as in TextTiling (Hearst 1997), on sets of content words and of names.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{3,}")
_SAMPLE = 40_000
_LEAST_WORDS = 0.24
_LEAST_NAMES = 0.34


class Vocabulary:
    """Content words and names of an article, growing as paragraphs are added."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.words: set[str] = set()
        self.names: set[str] = set()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Take in a paragraph."""
        words, names = _read(text)
        self.words |= words
        self.names |= names

    def is_about(self, texts: Iterable[str], *, least: float = _LEAST_WORDS) -> bool:
        """True when the texts share enough names, or `least` of their words, with the article to be part of it."""
        other = Vocabulary(texts)
        shared_names = other.names & self.names
        if len(shared_names) >= 2 and len(shared_names) >= _LEAST_NAMES * len(other.names):
            return True
        return bool(other.words) and len(other.words & self.words) >= least * len(other.words)


def _read(text: str) -> tuple[set[str], set[str]]:
    """(words of five letters and more, capitalized words that do not start a sentence)."""
    words: set[str] = set()
    names: set[str] = set()
    for found in _WORD.finditer(text[:_SAMPLE]):
        word, before = found[0], text[max(0, found.start() - 2) : found.start()]
        starts = found.start() == 0 or before.strip()[-1:] in {".", "!", "?", ":", "\n", '"', "“"}
        if word[0].isupper() and not starts:
            names.add(word.lower())
        if len(word) >= 5 or not word.isascii():
            words.add(word.lower())
    return words, names
