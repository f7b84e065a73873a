"""The lists of phrases that tell what a line is, loaded once from data/markers.txt.

Put here: loading and matching. Keep out: what follows from a match (text/, html/).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

_MARKS = re.compile(r"[^\w©'’]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"\s+")
_TOKEN = re.compile(r"\S+")
_SECTION = re.compile(r"\[(\w+) (\w+)\]")
_LONGEST = 400
_MOST_HEAD_WORDS = 16


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one section, ready for looking up. `by_word` finds those of a `contains` section by one of their words."""

    whole: frozenset[str]
    most_words: int
    by_word: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Look:
    """A line as the look-ups need it, made once for all of them."""

    folded: str
    words: frozenset[str]
    plain: str
    heads: tuple[tuple[int, str], ...]


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
    folded = sorted({folding(p) for ps in list_phrases(kind, where).values() for p in ps} - {""})
    by_word: dict[str, tuple[str, ...]] = {}
    for phrase in folded if where == "contains" else ():
        word = _key_word(phrase)
        by_word[word] = (*by_word.get(word, ()), phrase)
    return Phrases(frozenset(folded), max((p.count(" ") + 1 for p in folded), default=0), by_word)


def _key_word(phrase: str) -> str:
    """The longest word of a phrase that is surely whole in a line: not the last one, as phrases may end within a word."""
    words = fold(phrase).split()
    return max(words[:-1] or words, key=len)


def _fold_phrase(phrase: str) -> str:
    """Phrases that are looked for inside a line keep their punctuation, such as the bracket of "(photo by"."""
    return _plain(phrase.replace("<n>", "0")).strip(" .:!?")


def _plain(text: str) -> str:
    return _SPACE.sub(" ", _NUMBER.sub("0", unicodedata.normalize("NFC", text.casefold()).replace("’", "'")))


@lru_cache(maxsize=64)
def _look(line: str) -> _Look:
    folded = fold(line)
    heads, head = [], ""
    for found, _ in zip(_TOKEN.finditer(line), range(_MOST_HEAD_WORDS), strict=False):
        head = f"{head} {fold(found[0])}".strip()
        heads.append((found.end(), head))
    return _Look(folded, frozenset(folded.split()), _plain(line), tuple(reversed(heads)))


def is_line(kind: str, line: str) -> bool:
    """True when the whole line is a phrase of `kind`."""
    return len(line) <= _LONGEST and _look(line).folded in _phrases(kind, "line").whole


def has_phrase(kind: str, line: str) -> bool:
    """True when a line of at most 400 characters holds a phrase of `kind`."""
    if len(line) > _LONGEST:
        return False
    known, look = _phrases(kind, "contains").by_word, _look(line)
    return any(_holds(look.plain, p) for word in look.words & known.keys() for p in known[word])


def _holds(plain: str, phrase: str) -> bool:
    """True when the phrase stands in the line and does not start within a word."""
    at = plain.find(phrase)
    while at > 0 and (plain[at - 1].isalnum() and phrase[0].isalnum()):
        at = plain.find(phrase, at + 1)
    return at >= 0


def starts_with(kind: str, line: str) -> int:
    """Characters of `line` taken by the longest phrase of `kind` at its start; 0 when there is none."""
    known = _phrases(kind, "start").whole
    return next((end for end, head in _look(line[:_LONGEST]).heads if head in known), 0)


def ends_with(kind: str, line: str) -> int:
    """Position in `line` where the longest phrase of `kind` at its end starts; -1 when there is none."""
    known = _phrases(kind, "end")
    base = max(0, len(line) - _LONGEST)
    tokens = [(base + m.start(), m[0]) for m in _TOKEN.finditer(line[base:])][-known.most_words - 2 :]
    tail, best = "", -1
    for start, token in reversed(tokens):
        tail = f"{fold(token)} {tail}".strip()
        best = start if tail in known.whole else best
    return best


@lru_cache(maxsize=64)
def word_set(kind: str, where: str = "word") -> frozenset[str]:
    """The folded phrases of a section as a set, for looking words up."""
    return frozenset(_phrases(kind, where).whole)


@lru_cache(maxsize=16)
def last_words(kind: str, where: str) -> frozenset[str]:
    """The last word of every phrase of a section: a line without any of them holds none of the phrases."""
    return frozenset(phrase.split()[-1] for phrase in _phrases(kind, where).whole)


def line_words(line: str) -> frozenset[str]:
    """The folded words of a line."""
    return _look(line).words


@lru_cache(maxsize=16)
def any_of(kind: str, where: str) -> re.Pattern[str]:
    """Pattern that matches any phrase of a section in lower-case text, numbers allowed for 0, not inside a word."""
    longest_first = sorted(_phrases(kind, where).whole, key=lambda p: (-len(p), p))
    parts = (re.escape(p).replace("0", r"\d+").replace(r"\ ", r"\s*" if "0" in p else r"\s+") for p in longest_first)
    return re.compile(r"(?:" + "|".join(parts) + r")(?!\w)")
