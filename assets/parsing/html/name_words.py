"""The word lists that author values are read with: data/name_words.txt, and the common given names."""

import unicodedata
from functools import lru_cache
from pathlib import Path

from assets.lists import read_sections
from assets.parsing.bylines import given_names

LONGEST_PHRASE = 3


@lru_cache(maxsize=1)
def _sections() -> dict[str, frozenset[str]]:
    sections = read_sections(Path(__file__).parent / "data" / "name_words.txt")
    return {name: frozenset(phrases) for name, phrases in sections.items()}


def listed(section: str) -> frozenset[str]:
    """The phrases of a section of the data file, case folded."""
    return _sections()[section]


def is_listed(section: str, phrase: str) -> bool:
    """True when a phrase stands in a section of the data file, case aside."""
    return phrase.casefold() in _sections()[section]


def is_given_name(word: str) -> bool:
    """True for a common given name, any case."""
    folded = word.casefold()
    return folded in given_names() or unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode() in (
        given_names()
    )
