"""The list of news agencies, and finding their names in a line.

Put here: reading data/agencies.csv and matching spellings. Keep out: what a match means (credits.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assets.lists import read_rows
from assets.parsing.markers import DATA

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Agencies:
    """The agency list: names by spelling, and patterns for all spellings and for those that are no ordinary words."""

    by_spelling: dict[str, str]
    first_words: frozenset[str]
    every: re.Pattern[str]
    strong: re.Pattern[str]

    def are_likely(self, text: str) -> bool:
        """False when no word of the text starts an agency's name."""
        return not self.first_words.isdisjoint(_WORD.findall(text))

    def find_strong(self, text: str) -> Iterator[re.Match[str]]:
        """Every spelling that is no ordinary word, in order; tried only at words that start one."""
        for word in _WORD.finditer(text):
            if word[0] in self.first_words and (found := self.strong.match(text, word.start())):
                yield found


@lru_cache(maxsize=1)
def load_agencies() -> Agencies:
    """The agencies of data/agencies.csv."""
    names: dict[str, str] = {}
    weak: set[str] = set()
    for row in read_rows(DATA / "agencies.csv"):
        doubtful = set(filter(None, row["weak_aliases"].split("|")))
        for spelling in [row["name"], *filter(None, row["aliases"].split("|")), *sorted(doubtful)]:
            names.setdefault(spelling, row["name"])
        weak |= doubtful
    first_words = frozenset(_WORD.findall(spelling)[0] for spelling in names)
    return Agencies(names, first_words, _any(set(names)), _any(set(names) - weak))


def _any(spellings: set[str]) -> re.Pattern[str]:
    longest_first = sorted(spellings, key=lambda s: (-len(s), s))
    return re.compile(r"(?<![\w@./-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w@-]|/\w|\.\w)")


def find_agency(text: str) -> str | None:
    """Name of the agency when `text` as a whole is one of its spellings, a leading "the" and brackets aside."""
    bare = re.sub(
        r"^(?:[Tt]he|[Dd]ie|[Ll]a|[Ll]['’]|[Aa]gence|[Aa]gencia|وكالة)\s*(?=\S)", "", text.strip(" ()[]/.,:–—-©|")
    )
    known = load_agencies().by_spelling
    return known.get(bare) or known.get(text.strip(" ()[]/.,:–—-©|"))


def find_agencies(text: str, *, weak: bool = True) -> list[tuple[str, str]]:
    """(agency, spelling) for every agency named anywhere in a credit-like text, in order, each agency once."""
    known = load_agencies()
    if not known.are_likely(text):
        return []
    found: dict[str, str] = {}
    for match in (known.every if weak else known.strong).finditer(text):
        found.setdefault(known.by_spelling[match[0]], match[0])
    return list(found.items())
