"""Drops single words that look like names only because a sentence starts with them. Keep out: every other judgement."""

import re
from collections import Counter

from assets.entities.known import find_surname
from assets.entities.lists import first_names
from assets.entities.names import Name
from assets.entities.places import find_places
from assets.entities.text import fold, is_acronym, starts_sentence

# What only a name does: speak, own, stand before its age, its office or its business.
_ACTS = re.compile(
    r"['’]s\b|, \d\d,"
    r"|,? (?:said|says|told|added|asked|who|whose|shares?|stock|spokes(?:man|woman|person)|chief|chairman|CEO)\b"
)


def drop_lone_words(text: str, names: list[Name]) -> list[Name]:
    """The names without single words at the start of a sentence that the article has only once and no list knows."""
    times = Counter(fold(name.text) for name in names)
    return [name for name in names if times[fold(name.text)] > 1 or not _is_chance(text, name)]


def _is_chance(text: str, name: Name) -> bool:
    if " " in name.text or name.method not in ("model", "vote") or name.basis != "name" or is_acronym(name.text):
        return False
    if not starts_sentence(text, name.start) or _ACTS.match(text, name.end):
        return False
    return not (find_places(name.text) or find_surname(name.text) or name.text in first_names())
