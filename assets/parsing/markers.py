"""The lists of phrases that tell what a line is, loaded once from data/markers.txt.

Put here: loading and matching. Keep out: what follows from a match (text/, html/).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assets.lists import bad_list, read_lines
from assets.parsing.folding import NUMBER, fold, fold_case

DATA = Path(__file__).parent / "data"

_SPACE = re.compile(r"\s+")
# Scripts without blanks between words, and Korean, whose words take endings: phrases in them need no end of a word.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OPENING = "【[（(《<〈■□▼▶▷▽△●◆◇○◎※☆★＞>・* "
_TOKEN = re.compile(r"[^\s:|]+[:|]?|[:|]")
_SECTION = re.compile(r"\[(\w+) (\w+)\]")
_LONGEST = 400
_MOST_HEAD_WORDS = 16
_MOST_TAIL_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Look:
    """A line as the look-ups need it, made once for all of them; `starts` and `holds` are by kind."""

    folded: str
    words: frozenset[str]
    starts: dict[str, int]
    holds: frozenset[str]


def list_lines(name: str) -> list[str]:
    """The lines of a data file that are neither empty nor a comment."""
    return read_lines(DATA / name)


@lru_cache(maxsize=1)
def _load() -> dict[tuple[str, str], dict[str, list[str]]]:
    """(kind, where) -> language -> phrases."""
    sections: dict[tuple[str, str], dict[str, list[str]]] = {}
    current: dict[str, list[str]] = {}
    for line in list_lines("markers.txt"):
        if heading := _SECTION.fullmatch(line):
            current = sections.setdefault((heading[1], heading[2]), {})
        else:
            language, colon, phrases = line.partition(":")
            if not colon or line.startswith("["):
                raise bad_list(DATA / "markers.txt", line, "it is neither a [kind place] nor language: phrases")
            current.setdefault(language.strip(), []).extend(p.strip() for p in phrases.split("|"))
    return sections


def list_phrases(kind: str, where: str) -> dict[str, list[str]]:
    """Phrases as written in the data file, by language (or by field name in section `field`)."""
    return _load().get((kind, where), {})


@lru_cache(maxsize=256)
def word_set(kind: str, where: str = "word") -> frozenset[str]:
    """The folded phrases of a section as a set, for looking words up."""
    folding = _fold_phrase if where == "contains" else lambda phrase: fold(phrase.replace("<n>", "0"))
    return frozenset({folding(p) for ps in list_phrases(kind, where).values() for p in ps} - {""})


def _fold_phrase(phrase: str) -> str:
    """Phrases that are looked for inside a line keep their punctuation, such as the bracket of "(photo by"."""
    return _plain(phrase.replace("<n>", "0")).strip(" .:!?")


def _plain(text: str) -> str:
    return _SPACE.sub(" ", NUMBER.sub("0", fold_case(text)))


@lru_cache(maxsize=3)
def _kinds_by_phrase(where: str) -> dict[str, tuple[str, ...]]:
    """Folded phrase -> kinds, over all sections with this `where`."""
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, section in _load():
        for phrase in sorted(word_set(kind, where)) if section == where else ():
            kinds[phrase] = (*kinds.get(phrase, ()), kind)
    return kinds


@lru_cache(maxsize=1)
def _contained_by_word() -> dict[str, tuple[str, ...]]:
    """One word of each `contains` phrase -> the phrases: a line without the word cannot hold them."""
    phrases: dict[str, tuple[str, ...]] = {}
    for phrase in _kinds_by_phrase("contains"):
        word = _key_word(phrase)
        phrases[word] = (*phrases.get(word, ()), phrase)
    return phrases


def _key_word(phrase: str) -> str:
    """The longest word of a phrase that is surely whole in a line: not the last, as phrases may end within a word."""
    words = fold(phrase).split()
    return max(words[:-1] or words, key=len)


@lru_cache(maxsize=64)
def _look(line: str) -> _Look:
    folded = fold(line)
    words = frozenset(folded.split())
    return _Look(folded, words, _starts(line, folded), _holds(line, words))


def _starts(line: str, folded: str) -> dict[str, int]:
    """Kind -> end of its longest phrase at the start of the line."""
    known, starts = _kinds_by_phrase("start"), {}
    if _UNSPACED.search(line, 0, len(_OPENING)):
        return _unspaced_starts(line)
    if folded.split(" ", 1)[0] not in _first_words():
        return {}
    head = ""
    for found, _ in zip(_TOKEN.finditer(line), range(_MOST_HEAD_WORDS), strict=False):
        head = f"{head} {fold(found[0])}".strip()
        starts.update({kind: found.end() for kind in known.get(head, ())})
    return starts


def _unspaced_starts(line: str) -> dict[str, int]:
    bare = line.lstrip(_OPENING)
    taken = len(line) - len(bare)
    starts: dict[str, int] = {}
    for phrase, kinds in _unspaced("start").get(bare[:1], ()):
        if fold(bare[: len(phrase)]) == phrase:
            starts.update({kind: max(starts.get(kind, 0), taken + len(phrase)) for kind in kinds})
    return starts


@lru_cache(maxsize=2)
def _unspaced(where: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """First character -> the (phrase, kinds) in scripts without blanks that start with it."""
    by_character: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for phrase, kinds in _kinds_by_phrase(where).items():
        if _UNSPACED.search(phrase):
            by_character.setdefault(phrase[0], []).append((phrase, kinds))
    return by_character


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split(" ", 1)[0] for phrase in _kinds_by_phrase("start"))


def _holds(line: str, words: frozenset[str]) -> frozenset[str]:
    """Kinds of the `contains` phrases in the line."""
    by_word = _contained_by_word()
    hits = words & by_word.keys()
    is_unspaced = _UNSPACED.search(line) is not None
    if not (hits or is_unspaced) or len(line) > _LONGEST:
        return frozenset()
    plain, kinds = _plain(line), _kinds_by_phrase("contains")
    found = {k for word in hits for phrase in by_word[word] if _stands_in(plain, phrase) for k in kinds[phrase]}
    if is_unspaced:
        unspaced = _unspaced("contains")
        near = (pair for character in set(plain) & unspaced.keys() for pair in unspaced[character])
        found.update(kind for phrase, named in near if phrase in plain for kind in named)
    return frozenset(found)


def _stands_in(plain: str, phrase: str) -> bool:
    """True when the phrase stands in the line and does not start within a word."""
    at = plain.find(phrase)
    while at > 0 and plain[at - 1].isalnum() and phrase[0].isalnum():
        at = plain.find(phrase, at + 1)
    return at >= 0


def is_line(kind: str, line: str) -> bool:
    """True when the whole line is a phrase of `kind`."""
    return len(line) <= _LONGEST and kind in _kinds_by_phrase("line").get(_look(line).folded, ())


def line_kinds(line: str) -> tuple[str, ...]:
    """Every kind that the whole line is a phrase of."""
    return _kinds_by_phrase("line").get(_look(line).folded, ()) if len(line) <= _LONGEST else ()


def has_phrase(kind: str, line: str) -> bool:
    """True when a line of at most 400 characters holds a phrase of `kind`."""
    return len(line) <= _LONGEST and kind in _look(line).holds


def starts_with(kind: str, line: str) -> int:
    """Characters of `line` taken by the longest phrase of `kind` at its start; 0 when there is none."""
    return _look(line[:_LONGEST]).starts.get(kind, 0)


def has_no_marker(line: str) -> bool:
    """True when the line neither starts with nor holds a phrase of any kind."""
    look = _look(line)
    return not look.starts and not look.holds


def ends_with(kind: str, line: str) -> int:
    """Position in `line` where the longest phrase of `kind` at its end starts; -1 when there is none."""
    known = word_set(kind, "end")
    base = max(0, len(line) - _LONGEST)
    tokens = [(base + m.start(), m[0]) for m in _TOKEN.finditer(line[base:])][-_MOST_TAIL_WORDS:]
    if not tokens or fold(tokens[-1][1]) not in last_words(kind, "end"):
        return -1
    tail, best = "", -1
    for start, token in reversed(tokens):
        tail = f"{fold(token)} {tail}".strip()
        best = start if tail in known else best
    return best


@lru_cache(maxsize=16)
def last_words(kind: str, where: str) -> frozenset[str]:
    """The last word of every phrase of a section: a line without any of them holds none of the phrases."""
    return frozenset(phrase.split()[-1] for phrase in word_set(kind, where))


def search_phrase(kind: str, line: str) -> re.Match[str] | None:
    """The first phrase of a `line` section within a short lower-case line, any number for <n>, perhaps glued in front.

    Only phrases whose last word is a word of the line are tried.
    """
    ends = sorted(_look(line).words & last_words(kind, "line"))
    found = [match for end in ends if (match := _ending_in(kind, end).search(line))]
    return min(found, key=lambda m: (m.start(), -m.end()), default=None)


@lru_cache(maxsize=512)
def _ending_in(kind: str, last_word: str) -> re.Pattern[str]:
    phrases = [p for p in word_set(kind, "line") if p.split()[-1] == last_word]
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    parts = (re.escape(p).replace("0", r"\d+").replace(r"\ ", r"\s*" if "0" in p else r"\s+") for p in longest_first)
    return re.compile(r"(?:" + "|".join(parts) + r")(?!\w)")
