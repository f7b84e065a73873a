"""Short forms that a name's own words allow: Hanley Center for Robert L. Hanley Memorial Center, Alba for Puerto Alba.

Put here: what a longer name may be called. Keep out: which names an article has (links.py).
"""

import re

from assets.entities.lists import first_names, head_words, read_lines
from assets.entities.text import fold

_INITIAL = re.compile(r"[A-Z]\.?")
_FOR = re.compile(r"\s(?:for|at)\s")
_LEFT_OUT = frozenset({"memorial", "jr", "sr", "national"})


def short_institution(name: str) -> str | None:
    """The folded name of an institution named after a person without given names, initials and "Memorial"; or None.

    >>> short_institution("Robert L. Hanley Memorial Center for the Arts")
    'hanley center'
    """
    words = _FOR.split(name)[0].split()
    rest = list(words)
    while len(rest) > 2 and (_INITIAL.fullmatch(rest[0]) or rest[0] in first_names()):
        rest = rest[1:]
    is_person = len(rest) < len(words) and fold(rest[-1]) in head_words("organization_heads.csv")
    kept = [fold(word) for word in rest if fold(word) not in _LEFT_OUT]
    return " ".join(kept) if is_person and 2 <= len(kept) < len(name.split()) else None


def short_place(name: str) -> str | None:
    """The folded last word of a place of two words that begins with a word for places (Puerto, Fort); else None."""
    words = name.split()
    if len(words) != 2 or head_words("place_heads.csv").get(fold(words[0])) != "first":
        return None
    last = fold(words[1])
    return None if last in read_lines("common_words.txt") else last
