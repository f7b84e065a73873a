"""The lists of phrases that tell what a line is, loaded once from data/markers.txt.

Put here: loading and matching. Keep out: what follows from a match (text/, html/).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

_MARKS = re.compile(r"[^\w©'’]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"\s+")
_SECTION = re.compile(r"\[(\w+) (\w+)\]")
_LONGEST = 400


@dataclass(slots=True)
class Phrases:
    """The phrases of one section, ready for looking up; keys are folded."""

    whole: set[str] = field(default_factory=set)
    most_words: int = 0
    pattern: re.Pattern[str] | None = None


def fold(text: str) -> str:
    """The text as it is compared: lower case, numbers as 0, everything but letters, digits and apostrophes as one blank."""
    plain = unicodedata.normalize("NFC", text.casefold()).replace("’", "'")
    return _MARKS.sub(" ", _NUMBER.sub("0", plain)).strip(" '")


def list_lines(name: str) -> Iterator[str]:
    """The lines of a data file that are neither empty nor a comment."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


@lru_cache(maxsize=1)
def _load() -> dict[tuple[str, str], dict[str, list[str]]]:
    """(kind, where) -> language -> phrases."""
    sections: dict[tuple[str, str], dict[str, list[str]]] = {}
    current: dict[str, list[str]] = {}
    for line in list_lines("markers.txt"):
        if heading := _SECTION.fullmatch(line):
            current = sections.setdefault((heading[1], heading[2]), {})
        else:
            language, _, phrases = line.partition(":")
            current.setdefault(language.strip(), []).extend(p.strip() for p in phrases.split("|"))
    return sections


def list_phrases(kind: str, where: str) -> dict[str, list[str]]:
    """Phrases as written in the data file, by language (or by field name in section `field`)."""
    return _load().get((kind, where), {})


@lru_cache(maxsize=128)
def _phrases(kind: str, where: str) -> Phrases:
    folding = _fold_phrase if where == "contains" else lambda phrase: fold(phrase.replace("<n>", "0"))
    folded = {folding(p) for ps in list_phrases(kind, where).values() for p in ps}
    folded.discard("")
    pattern = None
    if where == "contains" and folded:
        longest_first = sorted(folded, key=lambda p: (-len(p), p))
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + ")")
    return Phrases(folded, max((p.count(" ") + 1 for p in folded), default=0), pattern)


def _fold_phrase(phrase: str) -> str:
    """Phrases that are looked for inside a line keep their punctuation, such as the bracket of "(photo by"."""
    plain = unicodedata.normalize("NFC", phrase.casefold().replace("<n>", "0")).replace("’", "'")
    return _SPACE.sub(" ", _NUMBER.sub("0", plain)).strip(" .:!?")


def is_line(kind: str, line: str) -> bool:
    """True when the whole line is a phrase of `kind`."""
    return len(line) <= _LONGEST and fold(line) in _phrases(kind, "line").whole


def has_phrase(kind: str, line: str) -> bool:
    """True when a line of at most 400 characters holds a phrase of `kind`."""
    pattern = _phrases(kind, "contains").pattern
    if pattern is None or len(line) > _LONGEST:
        return False
    return bool(pattern.search(_NUMBER.sub("0", _SPACE.sub(" ", line.casefold().replace("’", "'")))))


def starts_with(kind: str, line: str) -> int:
    """Characters of `line` taken by the longest phrase of `kind` at its start; 0 when there is none."""
    known = _phrases(kind, "start")
    ends = [m.end() for m, _ in zip(re.finditer(r"\S+", line[:_LONGEST]), range(known.most_words), strict=False)]
    for end in reversed(ends):
        if fold(line[:end]) in known.whole:
            return end
    return 0


def ends_with(kind: str, line: str) -> int:
    """Position in `line` where the longest phrase of `kind` at its end starts; -1 when there is none."""
    known = _phrases(kind, "end")
    base = max(0, len(line) - _LONGEST)
    starts = [base + m.start() for m in re.finditer(r"\S+", line[base:])][-known.most_words - 2 :]
    for start in starts:
        if fold(line[start:]) in known.whole:
            return start
    return -1


@lru_cache(maxsize=64)
def word_set(kind: str, where: str = "word") -> frozenset[str]:
    """The folded phrases of a section as a set, for looking words up."""
    return frozenset(_phrases(kind, where).whole)


@lru_cache(maxsize=16)
def any_of(kind: str, where: str) -> re.Pattern[str]:
    """Pattern that matches any phrase of a section in lower-case text, numbers allowed for 0, not inside a word."""
    longest_first = sorted(_phrases(kind, where).whole, key=lambda p: (-len(p), p))
    parts = (re.escape(p).replace("0", r"\d+").replace(r"\ ", r"\s*" if "0" in p else r"\s+") for p in longest_first)
    return re.compile(r"(?:" + "|".join(parts) + r")(?!\w)")
