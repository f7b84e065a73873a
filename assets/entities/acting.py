"""Finds people by what only people do: speak, have an age, have kin. Keep out: other forms of names (patterns.py)."""

import re

from assets.entities.heads import is_any_head
from assets.entities.judge import is_never_name
from assets.entities.known import find_known
from assets.entities.lists import read_lines
from assets.entities.names import ORGANIZATION, PERSON, Name, name_at
from assets.entities.places import find_places
from assets.entities.text import fold, is_shouted, split_words

_SPEAKS = r"\s(?:said|says|told|added|asked|replied|wrote|tweeted|vowed|insisted|argued)\b"
_OF_PERSON = (
    r"(?:, \d\d,|,? who\b|['’]s? (?:wife|husband|widow|mother|father|parents|son|daughter|brother|sister|family"
    r"|boyfriend|girlfriend|lawyer|attorney)\b)"
)
SPEAKING = re.compile(_SPEAKS)
# What follows only a person's name: an age, a clause with who, kin and counsel.
PERSONAL = re.compile(_OF_PERSON)
_ACTING = re.compile(rf"\b((?:[A-Z][\w’-]+ ){{1,2}}[A-Z][\w-]+)(?:{_SPEAKS}|{_OF_PERSON})")


def find_acting(text: str) -> list[Name]:
    """Two or three words with capitals that speak, have an age or kin, and no sign of an organization or place."""
    outside = read_lines("title_words.txt") | read_lines("stop_names.txt") | read_lines("time_words.txt")
    names = []
    for match in _ACTING.finditer(text):
        words = split_words(match[1])
        while words and (fold(words[0].text) in outside or is_never_name(words[0].text)):
            words = words[1:]
        parts = [word.text for word in words]
        if len(parts) > 1 and not is_any_head(parts) and not any(map(_is_other, parts)):
            start, end = match.start(1) + words[0].start, match.start(1) + words[-1].end
            names.append(name_at(text, start, end, kind=PERSON, method="acting", confidence=0.7))
    return names


def _is_other(word: str) -> bool:
    """True for a word that is a place or an organization by itself, in capitals, or in a list of what is no name."""
    known = find_known(word)
    is_organization = known is not None and known.kind == ORGANIZATION
    return is_shouted(word) or is_never_name(word) or is_organization or bool(find_places(word))
