"""Finds names by the lists alone: places, people and organizations that the tables hold.

Keep out: names that are in no list (patterns.py).
"""

from functools import cache

from assets.entities.judge import is_compound, is_never_name
from assets.entities.known import find_known, known_keys
from assets.entities.lists import first_names, read_lines
from assets.entities.local_places import find_local_place, most_local_words
from assets.entities.names import PLACE, Name, name_at
from assets.entities.places import find_places, is_well_known, place_keys
from assets.entities.places_without_capitals import find_places_without_capitals
from assets.entities.text import Word, fold, is_capitalised, starts_sentence

PARTICLES = frozenset({"al", "von", "bin"})
JOINTS = frozenset({" ", "-", ", ", "’", "'"})


def find_listed(text: str, words: list[Word], language: str | None = None) -> list[Name]:
    """Places, people and organizations of the lists, the longest at each word, in order and without overlap.

    `language` (two letters) is that of the text when it is not English: a place has its name there, and `full` the
    gazetteer's.
    """
    names: list[Name] = find_places_without_capitals(text, language) if language else []
    index = 0
    while index < len(words):
        name, used = _longest_at(text, words, index, language)
        if name:
            names.append(name)
        index += used
    return sorted(names, key=lambda name: name.start)


def _longest_at(text: str, words: list[Word], index: int, language: str | None) -> tuple[Name | None, int]:
    """The longest listed name that starts at a word, and how many words to go on by."""
    first = words[index]
    starts = fold(first.text).split(" ", 1)[0]
    most = max(_most_words().get(starts, 0), most_local_words(starts, language) if language else 0)
    if not most or not (is_capitalised(first.text) or starts in PARTICLES):
        return None, 1
    reach = _reach(text, words, index, most)
    for count in range(reach, 0, -1):
        last = words[index + count - 1]
        end = last.end
        spelling = text[first.start : end]
        kind = None if language and _is_no_name_abroad(spelling) else _listed_kind(text, first, spelling, count)
        local = find_local_place(spelling, language) if language and _all_capitalised(spelling) else None
        if kind or local:
            name = name_at(text, first.start, end, kind=PLACE if local else kind, method="gazetteer", confidence=0.9)
            name.full = local or ""
            return name, count
    return None, 1


@cache
def _most_words() -> dict[str, int]:
    """First folded word of a listed spelling to the number of words of the longest one that starts so."""
    most: dict[str, int] = {}
    for key in [*known_keys(), *place_keys()]:
        parts = key.split(" ")
        most[parts[0]] = max(most.get(parts[0], 0), len(parts))
    return most


def _reach(text: str, words: list[Word], index: int, most: int) -> int:
    """How many words from here can be one name: joined by a space or hyphen, up to the longest spelling."""
    count = 1
    while count < most and index + count < len(words):
        before, after = words[index + count - 1], words[index + count]
        if text[before.end : after.start] not in JOINTS:
            break
        count += 1
    return count


def _listed_kind(text: str, first: Word, spelling: str, count: int) -> str | None:
    if (count == 1 and is_never_name(spelling)) or is_compound(text, first.start + len(spelling)):
        return None
    if not _all_capitalised(spelling):
        return None
    known = find_known(spelling)
    if known:
        return known.kind
    if not is_well_known(spelling):
        return None
    if count == 1 and (spelling in first_names() or spelling in read_lines("title_words.txt")):
        return None
    return None if count == 1 and len(spelling) < 4 and starts_sentence(text, first.start) else PLACE


def _is_no_name_abroad(spelling: str) -> bool:
    """True for a listed word, and for one with accents that the listed name has not: Über is not Uber."""
    known, places = find_known(spelling), find_places(spelling)
    listed = [known.name] if known else [place.name for place in places]
    plain = [name for name in listed if name.isascii() and fold(name) == fold(spelling)]
    has_other_accents = not spelling.isascii() and bool(plain) and len(plain) == len(listed)
    return has_other_accents or fold(spelling) in read_lines("no_names_abroad.txt")


def _all_capitalised(spelling: str) -> bool:
    """True when first and last word have a capital; al-Qaeda and Côte d’Ivoire have one, U.S. army has not."""
    words = spelling.split()
    return is_capitalised(words[-1].replace("’", "'").rpartition("'")[2]) and (
        is_capitalised(words[0]) or len(words) > 1
    )
