"""Author values into names, sorted into people and others. Where the values were found is not known here.

Cutting a value into names is in name_values.py. Bylines in running text are read in parsing/bylines.py, which only
takes people.
"""

import re
from dataclasses import dataclass

from assets.parsing.agencies import find_agency
from assets.parsing.bylines import is_name_like
from assets.parsing.html.name_cut import EDGES, before_date
from assets.parsing.html.name_values import split_value
from assets.parsing.html.name_words import is_given_name, is_listed
from assets.parsing.markers import fold, word_set

MAX_NAME_CHARS = 80
MAX_VALUE_CHARS = 500
MAX_NAMES = 30
MAX_NAME_WORDS = 8
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS_LIKE = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$", re.IGNORECASE)
_CLOCK_OR_DATE = re.compile(r"\d\s*[:./-]\s*\d")
# A value that a template or a script should have filled in.
_UNFILLED = re.compile(r"[{}<>=%$\\]|^#")
_INITIALS = re.compile(r"^[a-zäöü]{2,5}(?:/[a-zäöü]{2,5})?$")
_LOGIN = re.compile(r"^[a-z0-9._-]+$")


@dataclass(frozen=True, slots=True)
class Author:
    """A name from a byline; `is_person` is False for desks, agencies and outlets."""

    name: str
    is_person: bool

    @property
    def is_full(self) -> bool:
        """True for a person's name that is more than initials or a login ("hosb", "areed")."""
        return self.is_person and not _LOGIN.match(self.name)


def read_authors(values: list[tuple[str, str]], sites: set[str]) -> list[Author]:
    """Names in author values [(text, kind)], in order, each once.

    Kind is 'person', 'organization', 'line' (a line of the page, which may say anything) or ''. `sites` are folded
    names of the site and its publisher: they are no people.
    """
    found: dict[str, Author] = {}
    for text, kind in values[:MAX_NAMES]:
        value = text[:MAX_VALUE_CHARS]
        for name in _names(before_date(value) if kind == "line" else value, kind, sites):
            is_person = kind != "organization" and not is_organization(name) and not is_site(name, sites)
            found.setdefault(fold(name), Author(name, is_person))
    return _without_plain_agencies(list(found.values())[:MAX_NAMES])


def _without_plain_agencies(authors: list[Author]) -> list[Author]:
    """The authors without the bare word "Agencies" where somebody is named beside it."""
    named = [author for author in authors if not is_listed("agencies", author.name)]
    return named or authors


def is_organization(name: str) -> bool:
    """True when a name is an agency, a desk, an outlet or a web address rather than a person."""
    words = fold(name).split()
    if _INITIALS.match(name) and find_agency(name) is None:
        return False
    if not words or find_agency(name) is not None or find_agency(name.split()[0]) is not None:
        return True
    if _ADDRESS_LIKE.match(name) or any(character.isdigit() for character in name):
        return True
    if any(word in word_set("role") for word in words):
        return True
    return any(w in word_set("outlet") for w in words) and not (len(words) <= 4 and is_given_name(words[0]))


def is_site(name: str, sites: set[str]) -> bool:
    """True for the site's own name, alone or with an edition ("Kurier Nord" on kurier.example); not for its desks."""
    if _INITIALS.match(name) and "/" in name:
        return False
    words = fold(name).split(" ")
    return " ".join(words) in sites or (words[0] in sites and not any(word in word_set("role") for word in words[1:]))


def _names(text: str, kind: str, sites: set[str]) -> list[str]:
    if kind == "organization":
        groups = ((" ".join(text.split()).strip(EDGES),),)
    else:
        groups = split_value(text)
    told = [name for number, group in enumerate(groups) for name in _named(group, sites, is_first=number == 0)]
    return [name for name in told if _is_name(name) and (kind != "line" or _may_stand_in_line(name))]


def _may_stand_in_line(name: str) -> bool:
    """True for what a byline on a page can name: written as a name, or an agency, a desk, initials."""
    return is_name_like(name) or is_organization(name) or _INITIALS.match(name) is not None


def _named(group: tuple[str, ...], sites: set[str], *, is_first: bool) -> list[str]:
    """The names of a group: its first part, and later ones that are people or agencies, not titles, places, outlets.

    After the first group ("..., professor of law and sociology") a first part must at least be written as a name, and
    one of a single word be more than a town ("Ayla Demir / Ankara").
    """
    first, *later = group
    others = [part for part in later if find_agency(part) is not None or _looks_personal(part, sites)]
    is_told = is_first or _INITIALS.match(first) is not None or is_organization(first)
    is_told = is_told or (is_name_like(first) and not (first.istitle() and first.isalpha()))
    return [first, *others] if is_told else others


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
    if is_listed("nobody", text) or _CLOCK_OR_DATE.search(text) or _UNFILLED.search(text):
        return False
    # A word that is a number belongs to a date or an address, not to a name.
    return not any(word.strip(EDGES + "()").isdigit() for word in words)
