"""The word lists in data/, per language, ready to search with. Keep out: any rule about how speech is written."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assets.lists import read_lines, read_rows

DATA = Path(__file__).resolve().parent / "data"
# French hangs a pronoun on its verb: insiste-t-elle, dit-il.
_WORD = re.compile(r"\w+(?:-(?!t-(?:il|elle)\b|(?:il|elle)s?\b)\w+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase of a list at its place in a text; form is lower case."""

    start: int
    end: int
    form: str


@dataclass(frozen=True)
class Cue:
    """A verb that ties words to a speaker: 3 verb of saying, 2 of judging, 1 weak; reports: that, bare or empty."""

    strength: int
    reports: str


@dataclass(frozen=True)
class Role:
    """A noun that names a speaker without a name. Nouns of one group may stand for the same person."""

    group: str
    is_plural: bool
    is_person: bool


@dataclass(frozen=True)
class Tables:
    """Everything that depends on the language."""

    cues: dict[str, Cue]
    roles: dict[str, Role]
    pronouns: dict[str, tuple[str, bool]]  # word -> gender (m, f or empty), is plural
    honorifics: dict[str, str]  # form of address -> gender
    connectors: dict[str, frozenset[str]]  # kind -> words
    abbreviations: frozenset[str]
    nouns_have_capitals: bool  # a capital does not tell a name

    def words(self, kind: str) -> frozenset[str]:
        """Connecting words of a kind (preposition, filler, ...); empty when the language lists none."""
        return self.connectors.get(kind, frozenset())


class WordFinder:
    """Finds the words and phrases of several lists in a text, in one pass: one look-up a word."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._names = sorted(lists)
        self._by_first: dict[str, list[tuple[str, list[tuple[str, ...]]]]] = {}
        for name in self._names:
            by_first: dict[str, list[tuple[str, ...]]] = {}
            for form in sorted(lists[name], key=lambda form: (-form.count(" "), form)):
                parts = tuple(form.lower().split())
                by_first.setdefault(parts[0], []).append(parts)
            for first, phrases in by_first.items():
                self._by_first.setdefault(first, []).append((name, phrases))

    def find(self, text: str) -> dict[str, list[Word]]:
        """Every place of each list in order, the longest phrase at each. A contraction ("he's") is two words."""
        found: dict[str, list[Word]] = {name: [] for name in self._names}
        matches = list(_WORD.finditer(text))
        forms = [match[0].lower() for match in matches]
        for at in [at for at, form in enumerate(forms) if form in self._by_first]:
            for name, phrases in self._by_first[forms[at]]:
                for parts in phrases:
                    if len(parts) == 1 or tuple(forms[at : at + len(parts)]) == parts:
                        last = matches[at + len(parts) - 1]
                        found[name].append(Word(matches[at].start(), last.end(), " ".join(parts)))
                        break
        return found


@cache
def load_tables(language: str) -> Tables:
    """The tables of a language; those of English when it has none of its own: names and colons work everywhere."""
    if not (DATA / f"cues_{language}.csv").exists():
        language = "en"
    connectors: dict[str, set[str]] = {}
    for row in _rows("connectors", language):
        connectors.setdefault(row["kind"], set()).add(row["word"])
    return Tables(
        cues={
            form: Cue(int(row["strength"]), row["reports"])
            for row in _rows("cues", language)
            for form in row["forms"].split("|")
        },
        roles=_read_roles(language),
        pronouns={r["pronoun"]: (r["gender"], r["number"] == "many") for r in _rows("pronouns", language)},
        honorifics={row["honorific"]: row["gender"] for row in _rows("honorifics", language)},
        connectors={kind: frozenset(words) for kind, words in connectors.items()},
        abbreviations=frozenset(_lines(DATA / f"abbreviations_{language}.txt")),
        nouns_have_capitals=language == "de",
    )


@cache
def word_finder(language: str) -> WordFinder:
    """Finder of cues, roles, pronouns and phrases before a speaker (according)."""
    tables = load_tables(language)
    lists: dict[str, Iterable[str]] = {"cues": tables.cues, "roles": tables.roles, "pronouns": tables.pronouns}
    return WordFinder({**lists, "according": tables.words("according")})


def _read_roles(language: str) -> dict[str, Role]:
    roles = {}
    for row in _rows("roles", language):
        is_person = row["kind"] == "person"
        roles[row["singular"]] = Role(row["group"], False, is_person)
        if row["plural"]:
            roles[row["plural"]] = Role(row["group"], True, is_person)
    return roles


def _rows(name: str, language: str) -> list[dict[str, str]]:
    path = DATA / f"{name}_{language}.csv"
    return read_rows(path) if path.exists() else []


def _lines(path: Path) -> list[str]:
    return read_lines(path) if path.exists() else []
