"""Whether a stretch of text speaks of the same things as an article: the plain share of words they have in common.

Put here: that measure. Keep out: what follows from it (layout.py).
Method: lexical cohesion as in TextTiling (Hearst 1997), on sets of content words and of names.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{3,}")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_STEM = 6
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
        return other.share(self) >= least

    def share(self, whole: "Vocabulary") -> float:
        """The part of these words that `whole` has too; 0 without words."""
        return len(self.words & whole.words) / len(self.words) if self.words else 0.0


def _read(text: str) -> tuple[set[str], set[str]]:
    """(stems of words of five letters and more, capitalized words that do not start a sentence).

    Where no blanks are written, or words are short and inflected (Korean), pairs of characters stand for stems.
    """
    words: set[str] = set()
    names: set[str] = set()
    for found in _WORD.finditer(text[:_SAMPLE]):
        word, before = found[0], text[max(0, found.start() - 2) : found.start()]
        starts = found.start() == 0 or before.strip()[-1:] in {".", "!", "?", ":", "\n", '"', "“"}
        if word[0].isupper() and not starts:
            names.add(word.lower())
        if not word.isascii() and _UNSPACED.match(word):
            words.update(word[i : i + 2] for i in range(len(word) - 1))
        elif len(word) >= 5 or not word.isascii():
            words.add(word.lower()[:_STEM])
    return words, names
