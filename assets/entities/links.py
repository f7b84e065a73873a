"""The fullest form of each name within its article: surnames, given names, initials, short names, acronyms.

Keep out: other articles (corpus.py) and the tables of known entities.
"""

import re
from collections import defaultdict

from assets.entities.judge import is_never_name
from assets.entities.known import find_known, find_surname
from assets.entities.lists import first_names, full_first_names, head_words, read_lines
from assets.entities.names import ORGANIZATION, PERSON, PLACE, Name
from assets.entities.places import find_places
from assets.entities.shorts import short_institution, short_place
from assets.entities.text import fold, is_acronym

_BRACKETED = re.compile(r"\s\(([A-Z][A-Za-z&.]{1,9})\)")
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "et", "y"])
GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})


def link_names(text: str, names: list[Name]) -> list[Name]:
    """The names with `full` and `basis` set."""
    people = [name for name in names if name.kind == PERSON]
    full_people = [name for name in people if len(_parts(name.text)) > 1]
    for name in people:
        _link_person(name, full_people)
    shorts = _acronyms(text, names) | _short_organizations(names) | _institutions(names)
    places = {short: name.text for name in reversed(names) if name.kind == PLACE and (short := short_place(name.text))}
    for name in names:
        if name.kind == ORGANIZATION:
            _link_organization(name, shorts)
        elif name.kind != PERSON:
            _link_place(name, places)
    return names


def _link_place(name: Name, places: dict[str, str]) -> None:
    """A place in another language has its English name already; the last word of one may stand for it (Puerto Alba)."""
    if name.full:
        name.basis = "translation"
    elif fold(name.text) in places and not find_known(name.text):
        name.full, name.basis = places[fold(name.text)], "short_form"
    else:
        name.full = name.text


def _parts(name: str) -> list[str]:
    """Folded words without generation marks."""
    return [part for part in fold(name).split() if part not in GENERATION]


def _link_person(name: Name, full_people: list[Name]) -> None:
    name.full, name.basis = name.text, "name"
    parts = _parts(name.text)
    if len(parts) > 1:
        _link_full(name, parts, full_people)
        return
    for basis, candidates in (
        ("surname", [n for n in full_people if _ends_with(n.text, parts[-1] if parts else "")]),
        ("second_surname", [n for n in full_people if parts and _parts(n.text)[1:-1][-1:] == parts]),
        ("given_name", [n for n in full_people if parts and _parts(n.text)[0] == parts[0]]),
        ("spelling", [n for n in full_people if parts and _is_misspelt(parts[-1], _parts(n.text)[-1])]),
    ):
        if candidates and (basis == "surname" or len({fold(n.text) for n in candidates}) == 1):
            name.full, name.basis = _nearest(name, candidates).text, basis.removeprefix("second_")
            return


def _link_full(name: Name, parts: list[str], full_people: list[Name]) -> None:
    """Two-word forms: initials, short first names, middle names, double surnames."""
    for other in full_people:
        theirs = _parts(other.text)
        if theirs == parts or theirs[-1] != parts[-1]:
            continue
        if theirs[-len(parts) :] == parts:
            name.full, name.basis = other.text, "surname"
            return
        if len(parts[0]) == 1 and theirs[0].startswith(parts[0]) and len(theirs[0]) > 1:
            name.full, name.basis = other.text, "initials"
            return
        if theirs[0] in full_first_names().get(parts[0], ()):
            name.full, name.basis = other.text, "nickname"
            return
        if len(parts) > len(theirs) == 2 and parts[0] == theirs[0]:
            name.full, name.basis = other.text, "middle_name"
            return


def _ends_with(full: str, surname: str) -> bool:
    return bool(surname) and _parts(full)[-1] in (surname, f"al {surname}")


def _nearest(name: Name, candidates: list[Name]) -> Name:
    """The person whom the tables give the surname; else the last one named in full before it, else the first."""
    usual = find_surname(name.text)
    for candidate in candidates:
        known = find_known(candidate.text)
        if known and usual and known.name == usual.name:
            return candidate
    before = [n for n in candidates if n.start < name.start]
    return before[-1] if before else candidates[0]


def _is_misspelt(short: str, surname: str) -> bool:
    """True when two long surnames with the same first letter differ by one letter."""
    if short == surname or min(len(short), len(surname)) < 6 or short[0] != surname[0]:
        return False
    if abs(len(short) - len(surname)) > 1:
        return False
    head = next(
        (i for i, (a, b) in enumerate(zip(short, surname, strict=False)) if a != b), min(len(short), len(surname))
    )
    return any(short[head + i :] == surname[head + j :] for i, j in ((1, 1), (0, 1), (1, 0)))


def _acronyms(text: str, names: list[Name]) -> dict[str, str]:
    """Folded acronym to the organization that the article gives it for, in brackets or by its capitals."""
    found: dict[str, str] = {}
    by_initials: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if name.kind != ORGANIZATION or " " not in name.text:
            continue
        letters = initials(name.text)
        by_initials[letters].append(name.text)
        match = _BRACKETED.match(text, name.end)
        if match and set(fold(match[1]).replace(" ", "")) & set(letters):
            found.setdefault(fold(match[1]), name.text)
    for letters, full in by_initials.items():
        if len(letters) > 2 and len({fold(f) for f in full}) == 1:
            found.setdefault(letters, full[0])
    return found


def initials(name: str) -> str:
    """The first letters of a name's words, folded, without those of small words."""
    return "".join(part[0] for part in fold(name).split() if part not in _SMALL)


def _short_organizations(names: list[Name]) -> dict[str, str]:
    """Folded first word to the one organization of the article that begins with it and has only head words after it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.kind == ORGANIZATION and 1 < len(name.text.split()) < 4 and is_short_organization(name.text):
            found[fold(name.text.split()[0])].add(name.text)
    return {short: full.pop() for short, full in found.items() if len({fold(text) for text in full}) == 1}


def _institutions(names: list[Name]) -> dict[str, str]:
    """Folded short form to the institution that is named after a person: Hanley Center for Robert L. Hanley Center."""
    found = {}
    for name in reversed(names):
        if name.kind == ORGANIZATION and (short := short_institution(name.text)):
            found[short] = name.text
    return found


def is_short_organization(name: str) -> bool:
    """True when the first word of an organization's name is enough: what follows is its legal form or a head word."""
    first, *others = name.split()
    heads = head_words("organization_heads.csv")
    if not all(fold(other) in heads or fold(other) in read_lines("legal_suffixes.txt") for other in others):
        return False
    is_word = fold(first) in read_lines("common_words.txt") or fold(first) in heads or is_never_name(first)
    return not (is_word or find_places(first) or first in first_names() or is_acronym(first) or len(first) < 4)


def _link_organization(name: Name, shorts: dict[str, str]) -> None:
    name.full, name.basis = name.text, "name"
    full = shorts.get(fold(name.text))
    if full is None or find_known(name.text):
        return
    if is_acronym(name.text):
        name.full, name.basis = full, "acronym"
    elif (" " not in name.text and not full.isupper()) or " " in name.text:
        name.full, name.basis = full, "short_form"


def without_legal_form(name: str) -> str:
    """The folded name of a company without Inc, Ltd and the like; the name itself when nothing is left."""
    parts = fold(name).replace(",", "").split()
    while len(parts) > 1 and parts[-1] in read_lines("legal_suffixes.txt"):
        parts = parts[:-1]
    return " ".join(parts)
