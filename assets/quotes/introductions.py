"""Who an article introduces with which role: "Defense Secretary X", "X, the minister". Keep out: who speaks."""

import re
from dataclasses import dataclass

from assets.quotes.speakers import Speaker
from assets.quotes.tables import Tables, Word
from assets.quotes.text import Text

_WORD = re.compile(r"[\w’'-]+(?:\.\w\.?)*")
_LINK = re.compile(r"(?:\s(?:of|for)(?:\s[\w’'&-]+){1,5})?,?\s(?:[A-Z]\w*\.\s)?")
_BOUNDARY = re.compile(r"[.!?]\s|[,;:()\n\x01]")
_BEFORE, _APPOSITION_REACH = 45, 60  # characters
_STEM = 5  # letters that tell two modifiers apart: defense and defence are one


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person with the group of the role noun (minister, chief, ...) and the stems of the words that go with it."""

    at: int
    group: str
    modifiers: frozenset[str]
    entity_id: str | None


def find_introductions(text: Text, people: list[Speaker]) -> list[Introduction]:
    """Every introduction of a recognised person, in order."""
    starts = {person.start: person for person in people}
    ends = {person.end: person for person in people}
    found = []
    for noun in text.find_words("roles"):
        role = text.tables.roles[noun.form]
        if role.is_plural or not role.is_person:
            continue
        link = _LINK.match(text.plain, noun.end)
        named_after = starts.get(link.end()) if link else None
        comma = text.plain.rfind(", ", max(0, noun.start - _APPOSITION_REACH), noun.start)
        person = named_after or ends.get(comma)
        if person is not None:
            end = link.end() if link and named_after else noun.end
            found.append(Introduction(noun.start, role.group, _around(text, noun, end), person.entity_id))
    return found


def find_modifiers(phrase: str, role: str, tables: Tables) -> frozenset[str]:
    """The words that say which minister or which chief, as stems: "the US defense chief" -> us, defen."""
    small = tables.words("determiner") | tables.words("preposition") | set(role.split())
    words = (word.replace(".", "") for word in _WORD.findall(phrase.lower()))
    plain = (word.removesuffix("'s").removesuffix("’s") for word in words)
    return frozenset(word[:_STEM] for word in plain if word and word not in small)


def _around(text: Text, noun: Word, end: int) -> frozenset[str]:
    """Modifiers before the noun, back to the nearest punctuation, and after it up to the name."""
    before = _BOUNDARY.split(text.plain[max(0, noun.start - _BEFORE) : noun.start])[-1]
    return find_modifiers(before + text.plain[noun.start : end], noun.form, text.tables)
