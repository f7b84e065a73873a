"""Short blocks that say by their wording what they are: share bars, "related", comment stubs.

The phrases are in parsing/data.
"""

import re
from functools import lru_cache
from pathlib import Path

from assets.parsing.dates import find_dates
from assets.parsing.html.name_scripts import is_reporter_line, plain_marks
from assets.parsing.markers import fold, list_phrases, starts_with

LONGEST_LINE = 80
LONGEST_START = 160
LONGEST_DATE_LINE = 70
LONGEST_BYLINE_WORDS = 12
_ENDINGS = ".!?…。！？؟"
_KINDS: dict[str, tuple[str, str]] = {
    "share": ("navigation", "share line"),
    "comment": ("comment", "comment line"),
    "related": ("teaser", "related line"),
    "read_also": ("teaser", "read-also line"),
    "rail": ("teaser", "rail heading"),
    "newsletter": ("navigation", "newsletter line"),
    "ad": ("advertisement", "advertisement label"),
    "navigation": ("navigation", "navigation line"),
    "counter": ("other", "counter"),
}
# Kinds whose phrases may stand anywhere in a paragraph after the text.
_NOTES: dict[str, tuple[str, str]] = {
    "newsletter": ("navigation", "newsletter prompt"),
    "subscription": ("navigation", "subscription prompt"),
    "app": ("navigation", "app prompt"),
    "bio": ("other", "author profile"),
    "legal": ("legal", "legal notice"),
    "credit": ("credit", "credit line"),
}
LONGEST_NOTE = 400
_SIGN_OFF = re.compile(r"^[(\[][\w./,& -]{2,30}[)\]]$")
# A name, perhaps, and a mail address: "Anna Berg anna@ledger.example".
_CONTACT = re.compile(r"^(?:[^\s@]{1,20}\s+){0,4}[\[(<]?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}[\])>]?$")
# Whom the press may ask: a label, and somewhere after it an address or a number.
_PRESS_CONTACT = re.compile(
    r"^(?:presse|press|media|medien)?[\s-]?(?:kontakte?|contacts?|stelle|office|ansprechpartner(?:in)?|anfragen|contacto)\b"
    r"|^(?:press|media) (?:enquiries|inquiries)|^(?:für |bei )?(?:weitere )?(?:rückfragen|ansprechpartner)"
    r"|^for (?:more|further) information|^contact (?:presse|press)"
    r"|^pour (?:plus|de plus amples) (?:d['’])?informations?",
    re.IGNORECASE,
)
_REACHED = re.compile(r"@|(?:tel|fon|phone|tél|fax)\w*[.:]?\s*(?:\+|\(?0)\s*\d|\+\d|\d[\d\s/()-]{6,}\d", re.IGNORECASE)
_LANGUAGE = re.compile(r"^[a-z]{2}:$")
_START_KINDS = ("share", "comment", "related", "read_also", "rail")


@lru_cache(maxsize=1)
def _lines() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for kind, role in _KINDS.items():
        for phrases in list_phrases(kind, "line").values():
            for phrase in phrases:
                found.setdefault(fold(phrase.replace("<n>", "0")), role)
    found.pop("", None)
    return found


@lru_cache(maxsize=1)
def _starts() -> dict[str, list[tuple[str, tuple[str, str]]]]:
    """First word -> phrases that start with it."""
    found: dict[str, list[tuple[str, tuple[str, str]]]] = {}
    for kind in _START_KINDS:
        for phrases in list_phrases(kind, "start").values():
            for phrase in phrases:
                folded = fold(phrase.replace("<n>", "0"))
                if folded:
                    found.setdefault(folded.split(" ", 1)[0], []).append((folded, _KINDS[kind]))
    return found


def line_role(text: str, link_share: float) -> tuple[str, str] | None:
    """(role, reason) of a short line whose wording tells it; None for prose and for longer blocks.

    A phrase at the start only counts in a line that is no sentence, or mostly a link: "Plus de 200 ..." may
    start prose.
    """
    if text.isdecimal():
        return _lines().get("0")
    if len(text) > LONGEST_START or not _may_tell(text.split(" ", 1)[0]):
        return None
    folded = fold(text)
    if len(text) <= LONGEST_LINE and (role := _lines().get(folded)) is not None:
        return role
    if text[-1] in _ENDINGS and link_share < 0.3:
        return None
    for phrase, role in _starts().get(folded.split(" ", 1)[0], ()):
        if folded.startswith(phrase) and (len(folded) == len(phrase) or folded[len(phrase)] == " "):
            return role
    return None


@lru_cache(maxsize=8192)
def _may_tell(word: str) -> bool:
    """True when a phrase may begin with the first word of a line; looking at one word is cheaper than at a line."""
    first = fold(word).split(" ", 1)[0]
    return not first or first in _first_words()


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(_starts()) | {phrase.split(" ", 1)[0] for phrase in _lines()}


@lru_cache(maxsize=1)
def _note_phrases() -> dict[str, list[tuple[str, tuple[str, str]]]]:
    """First word -> phrases that start with it."""
    found: dict[str, list[tuple[str, tuple[str, str]]]] = {}
    for kind, role in _NOTES.items():
        for phrases in list_phrases(kind, "contains").values():
            for phrase in phrases:
                folded = fold(phrase.replace("<n>", "0"))
                if folded:
                    found.setdefault(folded.split(" ", 1)[0], []).append((folded, role))
    return found


def note_role(text: str) -> tuple[str, str] | None:
    """(role, reason) of a paragraph at the text's end that is a prompt, a profile, a credit or a notice."""
    if len(text) > LONGEST_NOTE:
        return None
    if _SIGN_OFF.match(text):
        return ("byline", "sign-off in brackets")
    if len(text) <= LONGEST_LINE and (is_reporter_line(plain_marks(text)) or _CONTACT.match(text)):
        return ("byline", "reporter's sign-off")
    if _PRESS_CONTACT.search(text) and _REACHED.search(text):
        return ("other", "contact for the press")
    folded = fold(text)
    if f"{folded} ".startswith(_closing_starts()):
        return ("other", "note after the text")
    known, start, words = _note_phrases(), 0, folded.split(" ")
    if known.keys().isdisjoint(words):
        return None
    for word in words:
        for phrase, role in known.get(word, ()):
            if folded.startswith(phrase, start):
                return role
        start += len(word) + 1
    return None


@lru_cache(maxsize=1)
def _closing_starts() -> tuple[str, ...]:
    lines = (Path(__file__).parent / "data" / "closing_phrases.txt").read_text(encoding="utf-8").splitlines()
    phrases = {line.strip() for line in lines if line.strip() and line[0] != "#" and not _LANGUAGE.match(line)}
    return tuple(sorted(f"{fold(phrase)} " for phrase in phrases if fold(phrase)))


def head_line_role(text: str) -> tuple[str, str] | None:
    """(role, reason) of a line before the text: a byline, a date line, or a line without a word."""
    if not any(character.isalnum() for character in text):
        return ("other", "no words")
    if text[-1] in ".!?" and len(text) > LONGEST_DATE_LINE:
        return None
    if len(text.split()) <= LONGEST_BYLINE_WORDS and starts_with("byline", text):
        return ("byline", "byline before the text")
    if len(text) <= LONGEST_DATE_LINE and (
        starts_with("published", text) or starts_with("updated", text) or find_dates(text)
    ):
        return ("other", "date line before the text")
    return None
