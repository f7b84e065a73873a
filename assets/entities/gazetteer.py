"""Finds names by the lists alone: places, people and organizations that the tables hold.

Keep out: names that are in no list (patterns.py).
"""

from assets.entities.clean import is_never_name
from assets.entities.known import find_known, longest_spelling
from assets.entities.lists import first_names, read_lines
from assets.entities.names import PLACE, Name, name_at
from assets.entities.places import is_well_known
from assets.entities.text import Word, fold, is_capitalised, starts_sentence

JOINTS = frozenset({" ", "-", ", ", "’", "'"})


def find_listed(text: str, words: list[Word]) -> list[Name]:
    """Places, people and organizations of the lists, the longest at each word, in order and without overlap."""
    names: list[Name] = []
    index = 0
    while index < len(words):
        name, used = _longest_at(text, words, index)
        if name:
            names.append(name)
        index += used
    return names


def _longest_at(text: str, words: list[Word], index: int) -> tuple[Name | None, int]:
    """The longest listed name that starts at a word, and how many words to go on by."""
    first = words[index]
    if not is_capitalised(first.text) and fold(first.text) not in ("al", "von", "bin"):
        return None, 1
    reach = _reach(text, words, index)
    for count in range(reach, 0, -1):
        last = words[index + count - 1]
        end = last.end
        spelling = text[first.start : end]
        kind = _listed_kind(text, first, spelling, count)
        if kind:
            return name_at(text, first.start, end, kind=kind, method="gazetteer", confidence=0.9), count
    return None, 1


def _reach(text: str, words: list[Word], index: int) -> int:
    """How many words from here can be one name: joined by a space or hyphen, up to the longest spelling."""
    count = 1
    while count < longest_spelling() and index + count < len(words):
        before, after = words[index + count - 1], words[index + count]
        if text[before.end : after.start] not in JOINTS:
            break
        count += 1
    return count


def _listed_kind(text: str, first: Word, spelling: str, count: int) -> str | None:
    if count == 1 and is_never_name(spelling):
        return None
    known = find_known(spelling)
    if known:
        return known.kind
    if not is_well_known(spelling) or not _all_capitalised(spelling):
        return None
    if count == 1 and spelling in first_names() | read_lines("title_words.txt"):
        return None
    return None if count == 1 and len(spelling) < 4 and starts_sentence(text, first.start) else PLACE


def _all_capitalised(spelling: str) -> bool:
    return spelling[:1].isupper() and spelling.split()[-1][:1].isupper()
