"""The users' own tables of people and organizations: canonical names, Wikidata items, other spellings, lone surnames.

Put here: looking a spelling up. Keep out: places (places.py), names that are in no table.
"""

from functools import cache
from typing import NamedTuple

from assets.entities.lists import read_table, split_cell
from assets.entities.names import ORGANIZATION, PERSON
from assets.entities.text import fold, is_acronym


class Known(NamedTuple):
    """An entity of the tables."""

    name: str
    kind: str
    wikidata_id: str | None


def find_known(name: str) -> Known | None:
    """The person or organization of that name or alias; a short name in capitals is found only in capitals."""
    acronyms, names = _spellings()
    key = fold(name)
    return (acronyms.get(key) if is_acronym(name) else None) or names.get(key)


def find_surname(name: str) -> Known | None:
    """The person whom a surname alone means where its article and story give no full name."""
    return _surnames().get(fold(name))


@cache
def _spellings() -> tuple[dict[str, Known], dict[str, Known]]:
    indexes: tuple[dict[str, Known], dict[str, Known]] = ({}, {})
    for file, kind in (("known_people.csv", PERSON), ("known_organizations.csv", ORGANIZATION)):
        for row in read_table(file):
            known = Known(row["name"], kind, row["wikidata_id"] or None)
            for alias in [row["name"], *split_cell(row["aliases"])]:
                indexes[0 if is_acronym(alias) else 1].setdefault(fold(alias), known)
    return indexes


@cache
def _surnames() -> dict[str, Known]:
    return {
        fold(surname): Known(row["name"], PERSON, row["wikidata_id"] or None)
        for row in read_table("known_people.csv")
        for surname in split_cell(row["surname"])
    }


def known_keys() -> list[str]:
    """Folded spellings of all people and organizations of the tables."""
    return [key for index in _spellings() for key in index]


def known_surname_holders() -> list[str]:
    """Names of the people whom a surname alone can mean."""
    return sorted({known.name for known in _surnames().values()})
