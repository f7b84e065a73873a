"""Author values into names, sorted into people and others. Where the values were found is not known here.

Cutting a value into names is in name_values.py. Bylines in running text are read in parsing/bylines.py, which only
takes people.
"""

import re
from dataclasses import dataclass

from assets.parsing.agencies import find_agency
from assets.parsing.bylines import is_name_like
from assets.parsing.html.name_values import EDGES, is_given_name, is_listed, split_value
from assets.parsing.markers import fold, word_set

MAX_NAME_CHARS = 80
MAX_VALUE_CHARS = 500
MAX_NAMES = 30
MAX_NAME_WORDS = 8
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS_LIKE = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$", re.IGNORECASE)
_CLOCK_OR_DATE = re.compile(r"\d\s*[:./-]\s*\d")


@dataclass(frozen=True, slots=True)
class Author:
    """A name from a byline; `is_person` is False for desks, agencies and outlets."""

    name: str
    is_person: bool


def read_authors(values: list[tuple[str, str]], sites: set[str]) -> list[Author]:
    """Names in author values [(text, kind)], in order, each once; kind is 'person', 'organization' or ''.

    `sites` are folded names of the site and its publisher: they are no people.
    """
    found: dict[str, Author] = {}
    for text, kind in values[:MAX_NAMES]:
        for name in _names(text[:MAX_VALUE_CHARS], kind, sites):
            is_person = kind != "organization" and not is_organization(name) and not is_site(name, sites)
            found.setdefault(fold(name), Author(name, is_person))
    return list(found.values())[:MAX_NAMES]


def is_organization(name: str) -> bool:
    """True when a name is an agency, a desk, an outlet or a web address rather than a person."""
    words = fold(name).split()
    if not words or find_agency(name) is not None or find_agency(name.split()[0]) is not None:
        return True
    if _ADDRESS_LIKE.match(name) or any(character.isdigit() for character in name):
        return True
    if any(word in word_set("role") for word in words):
        return True
    return any(w in word_set("outlet") for w in words) and not (len(words) <= 4 and is_given_name(words[0]))


def is_site(name: str, sites: set[str]) -> bool:
    """True for the site's own name, alone or with an edition ("Kurier Nord" on kurier.example)."""
    folded = fold(name)
    return folded in sites or folded.split(" ")[0] in sites


def _names(text: str, kind: str, sites: set[str]) -> list[str]:
    if kind == "organization":
        groups = ((" ".join(text.split()).strip(EDGES),),)
    else:
        groups = split_value(text)
    told = [name for number, group in enumerate(groups) for name in _named(group, sites, is_first=number == 0)]
    return [name for name in told if _is_name(name)]


def _named(group: tuple[str, ...], sites: set[str], *, is_first: bool) -> list[str]:
    """The names of a group: its first part, and later ones that are people or agencies, not titles, places, outlets.

    After the first group ("..., professor of law and sociology") a first part must at least be written as a name.
    """
    others = [part for part in group[1:] if find_agency(part) is not None or _looks_personal(part, sites)]
    is_told = (
        is_first or (group[0].islower() and group[0].isalpha()) or is_name_like(group[0]) or is_organization(group[0])
    )
    return [group[0], *others] if is_told else others


def _looks_personal(text: str, sites: set[str]) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 4
        and is_name_like(text)
        and not any(is_listed("office", word) for word in words)
        and not is_organization(text)
        and not is_listed("place", text)
        and not is_site(text, sites)
    )


def _is_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(text) <= MAX_NAME_CHARS or len(words) > MAX_NAME_WORDS or _LETTER.search(text) is None:
        return False
    if is_listed("nobody", text) or _CLOCK_OR_DATE.search(text):
        return False
    # A word that is a number belongs to a date or an address, not to a name.
    return not any(word.strip(EDGES + "()").isdigit() for word in words)
