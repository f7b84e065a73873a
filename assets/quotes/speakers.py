"""Who could be speaking: names, pronouns and nouns such as "a spokesman". Keep out: which of them does."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from assets.quotes.tables import Tables
from assets.quotes.text import HIDDEN, Text

_TOKEN = re.compile(r"[\w&’'./-]*[\w’']|\S")
_NAME = re.compile(
    r"(?<![\w’'.-])[A-ZÀ-ÖØ-ÞĀ-Ž][\w’-]*(?:'[A-Z]\w+)?"
    r"(?:[ ](?:(?:de|da|di|del|der|den|van|von|bin|al|el|ibn|la|le)[ ])*[A-ZÀ-ÖØ-ÞĀ-Ž](?:\.|[\w’-]*(?:'[A-Z]\w+)?))*"
)
_POSSESSIVE = re.compile(r"[’']s?\b|[’'](?=\s)")
_REACH = 6  # words before a role noun that may belong to it


@dataclass(frozen=True, slots=True)
class Speaker:
    """A stretch of a body that can be the subject of a verb of saying."""

    start: int
    end: int
    text: str
    kind: str  # person, organization, place, name (by its capitals only), pronoun, role
    entity_id: str | None = None
    word: str = ""  # the pronoun or the role noun, lower case


def find_speakers(text: Text, mentions: list[Speaker]) -> list[Speaker]:
    """Everything outside quotation marks that can speak, in order: names, "Trump's campaign", "a spokesman", "he"."""
    plain = text.plain
    named = [mention for mention in mentions if HIDDEN not in plain[mention.start : mention.end]]
    named = _find_names(plain, text.tables, named)
    roles, absorbed = _find_roles(plain, text.tables, named)
    pronouns = [
        Speaker(m.start(), m.end(), m[0], "pronoun", word=m[0].lower())
        for m in text.tables.pronoun_pattern.finditer(plain)
    ]
    names = [name for name in named if not _is_inside(name, absorbed)]
    return sorted([*names, *roles, *pronouns], key=lambda speaker: (speaker.start, speaker.end))


def is_possessive(plain: str, speaker: Speaker) -> bool:
    """True for a name before a possessive ending: what it owns may speak, it does not. ("He's" is no possessive.)"""
    return speaker.kind != "pronoun" and _POSSESSIVE.match(plain, speaker.end) is not None


def _find_names(plain: str, tables: Tables, taken: list[Speaker]) -> list[Speaker]:
    """Recognised names and, where there is none, capitalised words: a recogniser misses names, or there is none."""
    starters = tables.connectors.get("starter", frozenset())
    found = list(taken)
    for match in _NAME.finditer(plain):
        start, words = match.start(), match[0].split(" ")
        while words and (words[0] in starters or words[0].lower() in tables.roles or words[0] in tables.honorifics):
            start += len(words.pop(0)) + 1
        name = re.sub(r"[’']s?$", "", " ".join(words))
        span = Speaker(start, start + len(name), name, "name")
        if len(name) > 1 and not any(other.start < span.end and span.start < other.end for other in taken):
            found.append(span)
    return sorted(found, key=lambda speaker: (speaker.start, speaker.end))


def _find_roles(
    plain: str, tables: Tables, named: list[Speaker]
) -> tuple[list[Speaker], list[tuple[int, int]]]:
    """Noun phrases around role nouns, and the stretches whose names belong to such a phrase or to a title."""
    starts = [name.start for name in named]
    ends = [name.end for name in named]
    roles: list[Speaker] = []
    absorbed: list[tuple[int, int]] = []
    for match in tables.role_pattern.finditer(plain):
        following = bisect_left(starts, match.end())
        titles_name = following < len(starts) and plain[match.end() : starts[following]] == " "
        within = bisect_left(ends, match.end())
        if within < len(starts) and starts[within] <= match.start():
            continue  # the noun is part of a name
        start, is_phrase = _phrase_start(plain, match.start(), tables)
        if titles_name and named[following].kind in ("person", "name"):
            absorbed.append((start, match.end()))
        elif is_phrase or tables.roles[match[0].lower()].is_plural or _is_mass(match[0]):
            absorbed.append((start, match.end()))
            roles.append(Speaker(start, match.end(), plain[start : match.end()], "role", word=match[0].lower()))
    return _drop_inner(roles), absorbed


def _is_mass(noun: str) -> bool:
    return noun.lower() in ("police", "media", "press", "authorities")


def _phrase_start(plain: str, end: int, tables: Tables) -> tuple[int, bool]:
    """Walk left from a role noun to its determiner or its first capitalised word; False when it has neither."""
    tokens = list(_TOKEN.finditer(plain, max(0, end - 80), end))[-_REACH:]
    determiners = tables.connectors.get("determiner", frozenset())
    stops = tables.connectors.get("break", frozenset()) | tables.connectors.get("preposition", frozenset())
    start, is_phrase = end, False
    for token in reversed(tokens):
        word = token[0]
        if word.lower() in determiners or re.search(r"[’']s?$", word):
            start, is_phrase = token.start(), True
        elif not word[0].isalnum() or word.lower() in stops or word.lower() in tables.cues:
            break
        elif word.lower() in tables.pronouns or word.lower() in tables.connectors.get("filler", ()):
            break
        elif word[0].isupper():
            start, is_phrase = token.start(), True
        elif is_phrase:
            break
    return start, is_phrase


def _drop_inner(roles: list[Speaker]) -> list[Speaker]:
    """Of phrases with the same beginning ("a campaign official") only the longest."""
    longest = {role.start: role for role in roles}
    return sorted(longest.values(), key=lambda role: role.start)


def _is_inside(name: Speaker, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= name.start and name.end <= end for start, end in stretches)
