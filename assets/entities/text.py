"""Words, capitals and folded keys of names. Keep out: lists of names, decisions about kinds."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A word: initials with full stops (U.S., J.D.), or letters and digits joined by hyphens and apostrophes, without
# a possessive 's.
_WORD = re.compile(r"(?:[A-Z]\.){2,}(?:[A-Z]\b(?!\.))?|[A-Z]\.(?=\s?[A-Z])|(?<!\w['’])[^\W_]+(?:[-'’](?!s\b)[^\W_]+)*")
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'"}
)
_ASCII_DROPPED = str.maketrans({".": None, '"': None, "-": " "})
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}|(?:[A-Z]\.){2,5}[A-Z]?")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:;\n—–•*\-][\"'”’)]*|[\"“‘(\[])\s*[\"'“‘(\[]*$")
_SHOUTED = re.compile(r"(?:\b[A-Z][A-Z'’.-]+\b[\s,:;'-]*(?:\d[\d.,-]*\s+)?){4,}")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sen|Gov|Rep|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Jr|Sr|Maj|Adm|vs|No))\.\s*$"
)


class Word(NamedTuple):
    """A word of a text with its place in it."""

    text: str
    start: int
    end: int


def split_words(text: str) -> list[Word]:
    """All words of a text in order."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Key under which spellings of a name meet: no accents, full stops, quotes or capitals, hyphens as spaces."""
    if name.isascii():  # Most names: the same result in a tenth of the time.
        return " ".join(name.lower().translate(_ASCII_DROPPED).split())
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in '."“”«»')
    return " ".join(kept.replace("-", " ").replace("–", " ").split())


def slugify(name: str) -> str:
    """The folded name as part of a readable id: letters and digits of any script, joined by hyphens."""
    key = fold(name).replace("'", "")
    if key.isascii():
        return _NO_SLUG.sub("-", key).strip("-")
    return "-".join("".join(c if c.isalnum() else " " for c in key).split())


def is_capitalised(word: str) -> bool:
    """True when the first letter is a capital, or the part after a lower-case particle is (al-Assad)."""
    return word[:1].isupper() or ("-" in word and any(part[:1].isupper() for part in word.split("-")[1:]))


def is_shouted(word: str) -> bool:
    """True for a word of three letters or more in capitals."""
    return len(word) > 2 and word.isupper()


def is_acronym(name: str) -> bool:
    """True for two to six capitals, with or without full stops."""
    return _ACRONYM.fullmatch(name) is not None


def shouted_stretches(text: str) -> list[tuple[int, int]]:
    """Where four words or more in capitals follow each other: headlines, tables."""
    return [(match.start(), match.end()) for match in _SHOUTED.finditer(text)]


def starts_sentence(text: str, position: int) -> bool:
    """True when the word has its capital from its place: first in a text, sentence, quotation or list item."""
    before = text[max(0, position - 12) : position]
    if not before.strip():
        return "\n" in before or position <= 12
    return _ENDS_SENTENCE.search(before) is not None and _ABBREVIATED.search(before) is None
