"""What is no name: stop strings, peoples, works, headings, parts of adjectives. Keep out: cutting spans (clean.py)."""

import re

from assets.entities.known import find_known
from assets.entities.lists import first_names, read_lines
from assets.entities.names import ORGANIZATION, PERSON, Name
from assets.entities.places import demonyms, is_well_known
from assets.entities.text import Word, fold, is_acronym, is_shouted, starts_sentence

QUOTES = frozenset("\"'“‘”’«„")

_CLOSED = re.compile(r"[,.!?]?[\"”’'](?![\w])")
_COMPOUND = re.compile(r"[-–](?=[a-z])")
_EVENTS = frozenset(
    {"festival", "cup", "marathon", "championship", "championships", "olympics", "awards", "trophy", "derby", "prix"}
)
_MODEL = re.compile(r"[A-Z]{1,3}-\d{1,4}[A-Z]?|Mk\.?")
_OFFICE = re.compile(r"\s(?:Under|Vice )?(?:[Ss]ecretar(?:y|ies)|[Mm]inisters?)\b")


def is_never_name(text: str) -> bool:
    """True for a listed stop string, a people, a string without a capital, or a single letter."""
    key = fold(text)
    if is_acronym(text) and text.isupper() and find_known(text):  # WHO is no pronoun.
        return False
    if len(key) < 2 or not any(c.isupper() for c in text):
        return True
    if any(key in read_lines(name) for name in ("time_words.txt", "stop_names.txt", "peoples.txt")):
        return True
    return key in demonyms() and not is_acronym(text)


def is_compound(text: str, end: int) -> bool:
    """True when what ends here is the first part of an adjective (London-based)."""
    return _COMPOUND.match(text, end) is not None


def is_work(text: str, name: Name) -> bool:
    """True when quotation marks stand around the name and nothing else: a work, a nickname, a word talked about."""
    return (
        text[name.start - 1 : name.start] in QUOTES
        and _CLOSED.match(text, name.end) is not None
        and not (find_known(name.text) or is_well_known(name.text))
    )


def is_office(parts: list[str]) -> bool:
    """True for an office without its holder (Gender Minister); a given name before it makes it a surname."""
    return fold(parts[-1]) in read_lines("title_words.txt") and parts[0] not in first_names()


def is_no_entity(text: str, words: list[Word], kind: str) -> bool:
    """True for a department before its minister, an office, a heading in capitals, a verb that starts a sentence."""
    if kind == PERSON and is_office([word.text for word in words]):
        return True
    if _is_event_or_product([word.text for word in words]):
        return True
    if len(words) > 1:
        if kind != PERSON and all(fold(word.text) in read_lines("title_words.txt") for word in words):
            return True
        if kind == ORGANIZATION and _OFFICE.match(text, words[-1].end) and _is_of_office(fold(words[-1].text)):
            return True
        return kind == ORGANIZATION and all(is_shouted(word.text) for word in words)
    if kind == ORGANIZATION and _OFFICE.match(text, words[0].end):
        return True
    return words[0].text.endswith(("ing", "ly")) and starts_sentence(text, words[0].start)


def _is_event_or_product(parts: list[str]) -> bool:
    """True for several words that end in a word for an event or hold a model's number (C-130 Hercules, Mk II)."""
    if len(parts) < 2:
        return False
    return fold(parts[-1]) in _EVENTS or any(_MODEL.fullmatch(part) for part in parts)


def _is_of_office(key: str) -> bool:
    return key == "cabinet" or key in read_lines("title_words.txt") or key in read_lines("stop_names.txt")
