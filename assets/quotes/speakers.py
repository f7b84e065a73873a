"""Who could be speaking: names, pronouns and nouns such as "a spokesman". Keep out: which of them does."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from assets.quotes.tables import Tables, Word
from assets.quotes.text import HIDDEN, Text

_TOKEN = re.compile(r"[\w&’'./-]*[\w’']|\S")
_NAME = re.compile(
    r"(?<![\w’'.-])[A-ZÀ-ÖØ-ÞĀ-Ž][\w’-]*(?:'[A-Z]\w+)?"
    r"(?:[ ](?:(?:de|da|di|del|der|den|van|von|bin|al|el|ibn|la|le)[ ])*[A-ZÀ-ÖØ-ÞĀ-Ž](?:\.|[\w’-]*(?:'[A-Z]\w+)?))*"
)
_POSSESSIVE = re.compile(r"[’']s?\b|[’'](?=\s)")
_MASS_NOUNS = frozenset({"police", "media", "press", "authorities"})
_ABBREVIATION = 5  # characters of a form of address with its full stop, at most
_PHRASE_ENDS = ("break", "preposition", "filler")
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
    named = _find_names(text, named)
    roles, absorbed = _find_roles(text, named)
    pronouns = [
        Speaker(word.start, word.end, plain[word.start : word.end], "pronoun", word=word.form)
        for word in text.find_words("pronouns")
    ]
    names = [name for name in named if not _is_inside(name, absorbed)]
    return sorted([*names, *roles, *pronouns], key=lambda speaker: (speaker.start, speaker.end))


def is_possessive(plain: str, speaker: Speaker) -> bool:
    """True for a name before a possessive ending: what it owns may speak, it does not. ("He's" is no possessive.)"""
    return speaker.kind != "pronoun" and _POSSESSIVE.match(plain, speaker.end) is not None


def follows_preposition(text: Text, speaker: Speaker) -> bool:
    """True for a name after "with", "of the", "from China's President": it is not the subject."""
    tables, before = text.tables, text.plain[max(0, speaker.start - 60) : speaker.start].split()
    for token in reversed(before[-_REACH:]):
        if token.lower() in tables.words("preposition"):
            return True
        is_abbreviation = token.endswith(".") and len(token) <= _ABBREVIATION
        is_name = token[0].isupper() and (token[-1].isalnum() or is_abbreviation)
        if not is_name and token.lower() not in tables.words("determiner"):
            return False
    return False


def _find_names(text: Text, taken: list[Speaker]) -> list[Speaker]:
    """Recognised names and, where there is none, capitalised words: a recogniser misses names, or there is none.

    Where nouns have capitals, too, only those beside a verb of saying.
    """
    plain, tables = text.plain, text.tables
    starters = tables.words("starter")
    starts = [name.start for name in taken]
    found = list(taken)
    for match in _NAME.finditer(plain):
        start, words = match.start(), match[0].split(" ")
        while words and (words[0] in starters or words[0].lower() in tables.roles or words[0] in tables.honorifics):
            start += len(words.pop(0)) + 1
        name = re.sub(r"[’']s?$", "", " ".join(words))
        end = start + len(name)
        nearest = bisect_left(starts, end) - 1  # the last recognised name that begins before this one ends
        is_free = len(name) > 1 and (nearest < 0 or taken[nearest].end <= start)
        if is_free and not (tables.nouns_have_capitals and not _is_beside_cue(text, start, end)):
            found.append(Speaker(start, end, name, "name"))
    return sorted(found, key=lambda speaker: (speaker.start, speaker.end))


def _is_beside_cue(text: Text, start: int, end: int) -> bool:
    """True when nothing but determiners stands between a stretch and a verb of saying."""
    after = bisect_left(text.cues, end, key=lambda cue: cue.start)
    gaps = [text.plain[end : cue.start] for cue in text.cues[after : after + 1]]
    gaps += [text.plain[cue.end : start] for cue in text.cues[max(after - 2, 0) : after] if cue.end <= start]
    return any(set(gap.lower().split()) <= text.tables.words("determiner") for gap in gaps)


def _find_roles(text: Text, named: list[Speaker]) -> tuple[list[Speaker], list[tuple[int, int]]]:
    """Noun phrases around role nouns, and the stretches whose names belong to such a phrase or to a title."""
    plain, tables = text.plain, text.tables
    starts = [name.start for name in named]
    roles: dict[int, Speaker] = {}  # by start: of "a campaign" and "a campaign official" the longer one stays
    absorbed: list[tuple[int, int]] = []
    for noun in text.find_words("roles"):
        following = bisect_left(starts, noun.end)
        if following and named[following - 1].end >= noun.end:
            continue  # the noun is part of a name
        titles_name = following < len(starts) and plain[noun.end : starts[following]] == " "
        start, is_phrase = _phrase_start(text, noun)
        if titles_name and named[following].kind in ("person", "name"):
            absorbed.append((start, noun.end))
        elif is_phrase or tables.roles[noun.form].is_plural or noun.form in _MASS_NOUNS:
            absorbed.append((start, noun.end))
            roles[start] = Speaker(start, noun.end, plain[start : noun.end], "role", word=noun.form)
    return list(roles.values()), absorbed


def _phrase_start(text: Text, noun: Word) -> tuple[int, bool]:
    """Walk left from a role noun to its determiner or its first capitalised word; False when it has neither."""
    tables = text.tables
    tokens = list(_TOKEN.finditer(text.plain, max(0, noun.start - 80), noun.start))[-_REACH:]
    start, is_phrase = noun.start, False
    for token in reversed(tokens):
        word = token[0]
        if word.lower() in tables.words("determiner") or _POSSESSIVE.search(word[-2:]):
            start, is_phrase = token.start(), True
        elif not word[0].isalnum() or _ends_phrase(word, tables):
            break
        elif word[0].isupper():
            start, is_phrase = token.start(), True
        elif is_phrase:
            break
    return start, is_phrase


def _ends_phrase(word: str, tables: Tables) -> bool:
    """Verbs, pronouns and small words; a capital tells that "State" in "State Department" is no verb."""
    lower = word.lower()
    is_verb = lower in tables.cues and not word[0].isupper()
    return is_verb or lower in tables.pronouns or any(lower in tables.words(kind) for kind in _PHRASE_ENDS)


def _is_inside(name: Speaker, stretches: list[tuple[int, int]]) -> bool:
    """Stretches are in the order of their ends."""
    at = bisect_left(stretches, name.end, key=lambda stretch: stretch[1])
    return any(start <= name.start for start, _ in stretches[at : at + 3])
