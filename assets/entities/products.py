"""Products under their maker's name, which are no entities: the Velbarrow Hauler of Velbarrow Motors.

Put here: telling them by the maker and the article before them. Keep out: models by their number (judge.py).
"""

import re

from assets.entities.heads import is_any_head
from assets.entities.links import is_short_organization
from assets.entities.names import ORGANIZATION, PERSON, Name
from assets.entities.places import find_places
from assets.entities.text import fold

_COUNTS = (
    r"every|each|its|their|his|her|my|your|our|this|that|these|those|some|any|ten|\w+teen|\w+ty|hundreds of|dozens of"
    r"|(?:\w+ty-)?(?:one|two|three|four|five|six|seven|eight|nine)"
)
_ARTICLE = re.compile(rf"\b(?:the|a|an|new|{_COUNTS})\s$", re.IGNORECASE)
_COUNTED = re.compile(rf"\b(?:{_COUNTS})\s$", re.IGNORECASE)
_REACH = 16


def drop_products(text: str, names: list[Name]) -> list[Name]:
    """The names without those that begin with a company's short name, go on with one other word, and stand behind an
    article or a number; and without that other word where it stands behind an article too. Nor is a person who stands
    there each time (thirty-two Velbarrow Haulers)."""
    names = _without_counted_people(text, names)
    makers = {
        fold(name.text.split()[0])
        for name in names
        if name.kind == ORGANIZATION and " " in name.text and is_short_organization(name.text)
    }
    products = [name for name in names if _is_product(text, name, makers)] if makers else []
    words = {fold(name.text.split()[-1]) for name in products}
    spellings = {fold(name.text) for name in products}
    return [
        name
        for name in names
        if fold(name.text) not in spellings
        and not (fold(name.text) in words and name.kind in (ORGANIZATION, PERSON) and _follows(_ARTICLE, text, name))
    ]


def _without_counted_people(text: str, names: list[Name]) -> list[Name]:
    """People are not counted or owned: a full name that always stands behind such a word is something else."""
    full = [name for name in names if name.kind == PERSON and " " in name.text]
    alone = {fold(name.text) for name in full if not _follows(_COUNTED, text, name)}
    counted = {fold(name.text) for name in full} - alone
    return [name for name in names if not (name.kind == PERSON and fold(name.text) in counted)] if counted else names


def _is_product(text: str, name: Name, makers: set[str]) -> bool:
    words = name.text.split()
    is_other = len(words) == 2 and fold(words[0]) in makers and not is_any_head(words) and not find_places(words[1])
    return is_other and name.kind in (ORGANIZATION, PERSON) and _follows(_ARTICLE, text, name)


def _follows(word: re.Pattern[str], text: str, name: Name) -> bool:
    return word.search(text[max(0, name.start - _REACH) : name.start]) is not None
