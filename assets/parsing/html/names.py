"""Author values into names: cut, split, sorted into people and others.

Where the values were found is not known here.

Bylines in running text are read in parsing/bylines.py, which only takes people.
"""

import re
from dataclasses import dataclass

from assets.parsing.agencies import find_agency
from assets.parsing.markers import fold, starts_with, word_set

MAX_NAME_CHARS = 80
MAX_VALUE_CHARS = 500
MAX_NAMES = 30
_AND = "and|und|et|y|e|och|og|en|ve|i|und|та|и|dhe|with|mit"
_SPLIT = re.compile(rf"\s*[;|•·\n＆、&]\s*|\s+(?:{_AND})\s+|\s+/\s*|/\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,،]\s*")
_NOISE = re.compile(
    r"https?://\S*|www\.\S+|(?<!\S)\S{1,64}@\S{1,64}|(?<!\w)@\w{1,30}|\([^()]{0,60}\)|\[[^\[\]]{0,60}\]"
)
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS_LIKE = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$", re.IGNORECASE)
# "Reporter" after a name, in languages that put it there.
_TITLE_AFTER = re.compile(r"\s*(?:기자|특파원|記者)$")
_EDGES = " .,:;-–—|/\"'“”«»*"


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
        for name in _names(text[:MAX_VALUE_CHARS], kind):
            is_person = kind != "organization" and not is_organization(name) and not _is_site(name, sites)
            found.setdefault(fold(name), Author(name, is_person))
    return list(found.values())[:MAX_NAMES]


def is_organization(name: str) -> bool:
    """True when a name is an agency, a desk, an outlet or a web address rather than a person."""
    if find_agency(name) is not None or _ADDRESS_LIKE.match(name):
        return True
    words = fold(name).split()
    return any(word in word_set("role") for word in words) or (
        len(words) != 2 and any(w in word_set("outlet") for w in words)
    )


def _is_site(name: str, sites: set[str]) -> bool:
    """True for the site's own name, alone or with an edition ("Kurier Nord" on kurier.example)."""
    folded = fold(name)
    return folded in sites or folded.split(" ")[0] in sites


def _names(text: str, kind: str) -> list[str]:
    text = " ".join(_NOISE.sub(" ", text).split())
    while taken := starts_with("byline", text):
        text = text[taken:].lstrip(" :.–—-")
    if kind == "organization":
        pieces = [text]
    else:
        pieces = [part for piece in _SPLIT.split(text) for part in _split_commas(piece)]
    return [name for piece in pieces if _is_name(name := _TITLE_AFTER.sub("", piece.strip(_EDGES)))]


def _split_commas(piece: str) -> list[str]:
    """Names parted by commas; a part that is no name (a title, an office, an outlet) is left out."""
    parts = [part.strip(_EDGES) for part in _COMMA.split(piece) if part.strip(_EDGES)]
    if len(parts) < 2:
        return parts
    names = [part for part in parts if _looks_personal(part) or find_agency(part) is not None]
    return names if names and names[0] == parts[0] else parts[:1]


def _looks_personal(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 4
        and not words[0][:1].islower()
        and not words[-1][:1].islower()
        and not is_organization(text)
    )


def _is_name(text: str) -> bool:
    if not 2 <= len(text) <= MAX_NAME_CHARS or len(text.split()) > 8 or _LETTER.search(text) is None:
        return False
    if all(word in word_set("role") for word in fold(text).split()):
        return False
    # A word that is a number belongs to a date or an address, not to a name.
    return not any(word.strip(_EDGES + "()").isdigit() for word in text.split())
