"""Hard-wrapped lines joined to paragraphs again.

Put here: whether two lines are one paragraph. Keep out: what a paragraph means (kinds.py).
"""

import itertools
from collections.abc import Sequence
from functools import lru_cache

from assets.parsing.markers import fold, list_lines, word_set
from assets.parsing.text.lines import Line, ends_sentence

_SHORTEST, _LONGEST = 40, 140
_LEAST_SHARE = 0.25
_CLEAR_SHARE = 0.6
_LEAST_PAIRS, _FEWEST_PAIRS = 3, 2
_LEAST_LOOSE_PAIRS = 4
_LEAST_BROKEN, _BROKEN_SHARE = 3, 0.04
_OPENERS = "\"'“‘«„([¿¡"


class Wrapping:
    """How a text is wrapped: the width of its lines, and whether a blank line stands between all of them."""

    def __init__(self, lines: Sequence[Line], repeated: set[str]) -> None:
        self._alone = repeated
        tight = [p for p in itertools.pairwise(lines) if not p[1].after_blank]
        loose = [p for p in itertools.pairwise(lines) if p[1].after_blank]
        self.width = _width(tight)
        self.loose_width = _width(loose, least=_LEAST_LOOSE_PAIRS)

    def joins(self, line: Line, following: Line) -> bool:
        """True when `following` goes on with the paragraph that `line` is the last line of."""
        width = self.loose_width if following.after_blank else self.width
        if (
            not width
            or line.hint
            or following.hint
            or following.is_item
            or line.level
            or following.level
            or line.is_marked
            or following.is_marked
        ):
            return False
        if len(line.text) > width * 1.3 or len(following.text) > width * 1.3:
            return False
        is_alone = fold(line.text) in self._alone or fold(following.text) in self._alone
        if is_alone and not following.text[:1].islower():
            return False
        return _continues(line.text, following.text, width)


def _width(pairs: Sequence[tuple[Line, Line]], least: int = _LEAST_PAIRS) -> int:
    """Width at which lines were broken; 0 when the text is not hard-wrapped."""
    long = [p for p in pairs if _SHORTEST <= len(p[0].text) <= _LONGEST]
    broken = sorted(len(a.text) for a, b in long if not ends_sentence(a.text) and _starts_within(b.text))
    is_clear = len(broken) >= _FEWEST_PAIRS and len(broken) >= _CLEAR_SHARE * len(long) and least == _LEAST_PAIRS
    if not is_clear and (len(broken) < least or len(broken) < _LEAST_SHARE * len(long)):
        return 0
    return broken[int(0.95 * (len(broken) - 1))]


def _starts_within(text: str) -> bool:
    """True when a text starts as the inside of a sentence does: with a small letter, or in a script without case."""
    first = text.lstrip(_OPENERS)[:1]
    return first.islower() or (first.isalpha() and not first.isupper() and first.lower() == first.upper())


def _continues(line: str, following: str, width: int) -> bool:
    first_word = following.split(maxsplit=1)[0]
    would_fit = len(line) + 1 + len(first_word) <= width
    if is_abbreviation(line):
        return True
    if ends_sentence(line):
        return not would_fit
    if line.endswith(":"):
        return not would_fit and following[:1].islower()
    if following[:1].islower() or line.endswith((",", "-", "–", "'s", "’s")) or _ends_within(line):
        return True
    return not would_fit


def _ends_within(line: str) -> bool:
    """True when the last word cannot end a sentence or heading: of, the, und, de, ..."""
    last = line.rsplit(maxsplit=1)[-1]
    return last.islower() and last in word_set("minor")


def is_abbreviation(text: str) -> bool:
    """True when the text ends in a word whose full stop is part of it: U.S., Mr., z.B., an initial."""
    last = text.rsplit(maxsplit=1)[-1].lstrip(_OPENERS) if text.strip() else ""
    if not last.endswith("."):
        return False
    bare = last[:-1]
    return (
        last in _abbreviations()
        or (len(bare) == 1 and bare.isalpha())
        or (len(bare) <= 6 and "." in bare and bare[0].isalpha())
    )


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(w.strip() for line in list_lines("abbreviations.txt") for w in line.partition(":")[2].split("|"))


def breaks_words(lines: Sequence[Line]) -> bool:
    """True for a text that is printed in columns: many lines end in a hyphen before a small letter."""
    pairs = [(a.text, b.text) for a, b in itertools.pairwise(lines) if not b.after_blank]
    broken = sum(_is_broken(one, other) for one, other in pairs)
    return broken >= _LEAST_BROKEN and broken >= _BROKEN_SHARE * len(pairs)


def _is_broken(line: str, following: str) -> bool:
    return line.endswith("-") and line[-2:-1].isalpha() and following[:1].islower()


def join_lines(texts: Sequence[str], known_words: set[str], *, is_broken: bool = False) -> str:
    """The lines of a paragraph as one, with blanks between; a word broken at a line's end is made whole.

    A hyphen at a line's end stays where the whole word is not known from the text; in a text that breaks words
    (`is_broken`) it goes, unless the text has the word with its hyphen within a line.
    """
    joined = texts[0] if texts else ""
    for text in texts[1:]:
        if joined.endswith("\u00ad"):
            joined = joined[:-1] + text
        elif _is_broken(joined, text):
            head, tail = joined[:-1].rsplit(maxsplit=1)[-1], text.split(maxsplit=1)[0].strip(".,;:!?\"'”’)")
            is_compound = is_broken and f"{head}-{tail}".lower() in known_words
            is_whole = (head + tail).lower() in known_words or (is_broken and not is_compound)
            joined = (joined[:-1] if is_whole else joined) + text
        else:
            joined = f"{joined} {text}"
    return joined
