"""Finds the further mentions of names that an article has already shown, and of the short forms they have.

Keep out: which full name a short form stands for (links.py).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from assets.entities.judge import is_work
from assets.entities.links import GENERATION, initials, is_short_organization
from assets.entities.lists import first_names, read_lines
from assets.entities.names import KINDS, ORGANIZATION, PERSON, Name, name_at
from assets.entities.places import find_places
from assets.entities.text import Word, fold, starts_sentence

_BRACKETED = re.compile(r"\s\(([A-Z][A-Za-z&.]{1,8}[A-Z])\)")

Forms = dict[str, list[tuple[tuple[str, ...], str]]]


def find_repeats(text: str, words: list[Word], names: list[Name]) -> list[Name]:
    """Mentions of accepted names, of their surnames, and of both in capitals, that no accepted name covers."""
    taken = [False] * len(text)
    for name in names:
        taken[name.start : name.end] = [True] * (name.end - name.start)
    forms = name_forms(names)
    small = {word.text for word in words if word.text[:1].islower()}
    found: list[Name] = []
    for index, word in enumerate(words):
        if taken[word.start] or not word.text[:1].isupper():
            continue
        if name := _form_at(text, words, index, forms):
            if any(taken[name.start : name.end]) or is_work(text, name) or _is_chance(text, words, index, name, small):
                continue
            taken[name.start : name.end] = [True] * (name.end - name.start)
            found.append(name)
    return found


def find_acronyms(text: str, names: list[Name]) -> list[Name]:
    """Acronyms of organizations: in brackets after the name, and wherever three initials or more stand in capitals."""
    found = [
        name_at(text, *match.span(), kind=ORGANIZATION, method="acronym", confidence=0.7)
        for acronym in sorted({initials(name.text).upper() for name in names if name.kind == ORGANIZATION})
        if len(acronym) > 2 and acronym.isalpha() and acronym in text
        for match in re.finditer(rf"\b{acronym}\b", text)
    ]
    for name in names:
        match = _BRACKETED.match(text, name.end)
        if name.kind == ORGANIZATION and match and fold(match[1])[:1] in {part[0] for part in fold(name.text).split()}:
            found.append(name_at(text, *match.span(1), kind=ORGANIZATION, method="acronym", confidence=0.85))
    return found


def name_forms(names: list[Name]) -> Forms:
    """First folded word to the forms that start with it (folded words, kind), the longest first."""
    forms: dict[tuple[str, ...], str] = {}
    for name in names:
        if name.kind not in KINDS:
            continue
        key = tuple(fold(part) for part in name.text.split())
        forms.setdefault(key, name.kind)
        for short in _short_forms(name, key):
            forms.setdefault(short, name.kind)
    by_first: Forms = defaultdict(list)
    for key, kind in sorted(forms.items(), key=lambda item: (-len(item[0]), item[0])):
        by_first[key[0]].append((key, kind))
    return by_first


def _short_forms(name: Name, key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words by which an article goes on to speak of a full name.

    A person's last word, also with the small words before it (Van der Velde), and the first of two surnames (Lucía
    Huamán Quispe); of an organization what stands before its head word, when that is no common word, place or given
    name (Halvorsen Foods).
    """
    if len(key) < 2:
        return
    if name.kind == PERSON:
        surnames = [part for part in key if part not in GENERATION]
        if surnames and len(surnames[-1]) > 1:
            yield (surnames[-1],)
        small = next((i for i, part in enumerate(key) if i and part in read_lines("name_particles.txt")), len(key))
        if small < len(key) - 1:
            yield key[small:]
        if name.text.split()[0] in first_names() and len(key[0]) > 2 and not find_places(name.text.split()[0]):
            yield key[:1]
        if len(surnames) > 2 and len(surnames[-2]) > 2 and not _is_given_or_small(name.text.split()[len(surnames) - 2]):
            yield (surnames[-2],)
    elif name.kind == ORGANIZATION and len(key) < 4 and is_short_organization(name.text):
        yield key[:1]


def _is_given_or_small(word: str) -> bool:
    """True for a given name and for a small word of names: neither stands for a person alone."""
    return word in first_names() or fold(word) in read_lines("name_particles.txt")


def _form_at(text: str, words: list[Word], index: int, forms: Forms) -> Name | None:
    for key, kind in forms.get(fold(words[index].text), ()):
        run = words[index : index + len(key)]
        joined = all(text[a.end : b.start] == " " for a, b in pairwise(run))
        if len(run) == len(key) and joined and tuple(fold(word.text) for word in run) == key:
            return name_at(text, run[0].start, run[-1].end, kind=kind, method="repeat", confidence=0.75)
    return None


def _is_chance(text: str, words: list[Word], index: int, name: Name, small: set[str]) -> bool:
    """True when the string is likely another word or part of another name."""
    if " " in name.text:
        return False
    if name.text.lower() in read_lines("stop_names.txt"):
        return True
    if name.text.lower() in small and (starts_sentence(text, name.start) or name.text.isupper()):
        return True
    before = words[index - 1] if index else None
    if name.kind != PERSON:
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if name.text in first_names() and after and after.text[:1].isupper() and text[name.end : after.start] == " ":
        return True  # The given name of somebody else.
    return before is not None and text[before.end : name.start] == " " and before.text in first_names()
