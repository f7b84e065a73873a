"""The word lists in data/, per language, ready to search with. Keep out: any rule about how speech is written."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Cue:
    """A verb that ties words to a speaker: 3 verb of saying, 2 of judging, 1 weak; reports: "X said that ..." """

    strength: int
    reports: bool


@dataclass(frozen=True)
class Role:
    """A noun that names a speaker without a name. Nouns of one group may stand for the same person."""

    group: str
    is_plural: bool
    is_person: bool


@dataclass(frozen=True)
class Tables:
    """Everything that depends on the language. Patterns match whole words; an empty list gives one that never matches."""

    cues: dict[str, Cue]
    roles: dict[str, Role]
    pronouns: dict[str, tuple[str, bool]]  # word -> gender (m, f or empty), is plural
    honorifics: dict[str, str]  # form of address -> gender
    connectors: dict[str, frozenset[str]]  # kind -> words
    abbreviations: frozenset[str]
    cue_pattern: re.Pattern[str]
    role_pattern: re.Pattern[str]
    pronoun_pattern: re.Pattern[str]
    according_pattern: re.Pattern[str]


@cache
def load_tables(language: str) -> Tables:
    """The tables of a language; those of English when it has none of its own, since names and colons work everywhere."""
    if not (DATA / f"cues_{language}.csv").exists():
        language = "en"
    cues = {
        form: Cue(int(row["strength"]), bool(row["reports"]))
        for row in _rows("cues", language)
        for form in row["forms"].split("|")
    }
    roles = _read_roles(language)
    pronouns = {r["pronoun"]: (r["gender"], r["number"] == "many") for r in _rows("pronouns", language)}
    connectors: dict[str, set[str]] = {}
    for row in _rows("connectors", language):
        connectors.setdefault(row["kind"], set()).add(row["word"])
    kinds = {kind: frozenset(words) for kind, words in connectors.items()}
    return Tables(
        cues=cues,
        roles=roles,
        pronouns=pronouns,
        honorifics={row["honorific"]: row["gender"] for row in _rows("honorifics", language)},
        connectors=kinds,
        abbreviations=frozenset(_lines(DATA / f"abbreviations_{language}.txt")),
        cue_pattern=_words_pattern(cues),
        role_pattern=_words_pattern(roles),
        pronoun_pattern=_words_pattern(pronouns),
        according_pattern=_words_pattern(kinds.get("according", ())),
    )


def _read_roles(language: str) -> dict[str, Role]:
    roles = {}
    for row in _rows("roles", language):
        is_person = row["kind"] == "person"
        roles[row["singular"]] = Role(row["group"], False, is_person)
        if row["plural"]:
            roles[row["plural"]] = Role(row["group"], True, is_person)
    return roles


def _rows(name: str, language: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_lines(DATA / f"{name}_{language}.csv")))


def _lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w-])", re.IGNORECASE)
