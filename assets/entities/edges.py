"""Where a name begins and ends among the words of a span. Keep out: cutting a span in pieces (clean.py)."""

import re

from assets.entities.lists import first_names, head_words, read_lines
from assets.entities.names import ORGANIZATION, PERSON, PLACE
from assets.entities.places import demonyms, find_places, is_well_known
from assets.entities.text import Word, fold, is_capitalised, is_shouted

# Small words that start no name.
SMALL = frozenset({"of", "and", "for", "the", "on", "in", "upon", "a", "an", "to", "at", "by", "as", "with", "from"})
ARTICLES = frozenset({"the", "a", "an"})

# Adjectives made of a name (Democratic-led).
LED = re.compile(
    r".*-(?:led|based|backed|born|held|run|owned|controlled|style|era|bound|linked|appointed|speaking|made)"
)

# Words for who does something, capitalised where a sentence starts (Rescuer Nilda Paz).
_ACTOR = re.compile(r"[A-Z][a-z]{3,}(?:er|or|ist|man|woman|ian)")
_OFFICES = frozenset({"general", "officer", "minister", "secretary", "president"})
_NUMBER = re.compile(r"[\W\d_]*\d[\W\d_]*")


def trim_words(words: list[Word], kind: str) -> list[Word]:
    """The words of the name among a span's words, in order; none when nothing is left."""
    words = _without_prefix(words)
    while words and _is_outside(words, kind):
        words = words[1:]
    while words and (_NUMBER.fullmatch(words[-1].text) or not is_capitalised(words[-1].text)):
        words = words[:-1]
    if kind != PERSON:
        words = words[office_length(words) :]
    while kind == ORGANIZATION and len(words) > 2 and fold(words[-1].text) in read_lines("honorifics.txt"):
        words = words[:-1]  # Northgate Police Inspector
    if kind == PERSON:
        return words[: _person_length(words)]
    return _listed_start(words) if kind == PLACE and len(words) > 1 else words


def _without_prefix(words: list[Word]) -> list[Word]:
    """non-NATO as NATO, non-US NATO as NATO: the first word without its prefix, or without it all when more follow."""
    prefix, hyphen, rest = words[0].text.partition("-") if words else ("", "", "")
    if not hyphen or fold(prefix) not in read_lines("prefixes.txt"):
        return words
    first = Word(rest, words[0].start + len(prefix) + 1, words[0].end)
    return words[1:] if len(words) > 1 else [first]


def _is_outside(words: list[Word], kind: str) -> bool:
    """True when the first word is an article, number, small word, weekday, or a title or people before a person."""
    word, key = words[0].text, fold(words[0].text)
    if key in ARTICLES or _NUMBER.fullmatch(word):
        return True
    if word[:1].islower() and not is_capitalised(word):
        return key in SMALL or key not in read_lines("name_particles.txt")
    if len(words) == 1:
        return False
    if key in read_lines("time_words.txt") or LED.fullmatch(word):
        return True
    if kind == PERSON and (_is_title(key) or _is_of_place(words)):
        return True
    if kind == PERSON and len(words) > 2 and _ACTOR.fullmatch(word) and word not in first_names():
        return True
    # A common word before two more: the sentence gives it its capital (Regular Ana Maro).
    return kind == PERSON and len(words) > 2 and key in read_lines("common_words.txt")


def office_length(words: list[Word]) -> int:
    """How many words of an office stand before an organization (Commanding General Army North)."""
    titles = read_lines("title_words.txt")
    length = next((i for i, word in enumerate(words) if fold(word.text) not in titles), 0)
    is_office = length > 1 and fold(words[length - 1].text) in _OFFICES and len(words) >= length + 2
    return length if is_office else 0


def _is_title(key: str) -> bool:
    return key in read_lines("title_words.txt") or key in demonyms() or key in ("us", "uk")


def _is_of_place(words: list[Word]) -> bool:
    """A place before a title (California Gov. Gavin Newsom)."""
    return fold(words[1].text) in read_lines("title_words.txt") and is_well_known(words[0].text)


def _person_length(words: list[Word]) -> int:
    """How many words a person's name has: up to a small word that is no particle, or a dateline in capitals."""
    for index, word in enumerate(words):
        is_foreign = word.text.islower() and word.text not in read_lines("name_particles.txt")
        if index and (is_foreign or (is_shouted(word.text) and not is_shouted(words[0].text))):
            return index
    return len(words)


def _listed_start(words: list[Word]) -> list[Word]:
    """Of an unlisted place that starts with a listed one, that one (Geneva of Geneva Talks), the longest."""
    spellings = [" ".join(word.text for word in words[:count]) for count in range(1, len(words) + 1)]
    if find_places(spellings[-1]) or fold(words[-1].text) in head_words("place_heads.csv"):
        return words
    count = next((n for n in range(len(words) - 1, 0, -1) if is_well_known(spellings[n - 1])), len(words))
    return words[:count]
