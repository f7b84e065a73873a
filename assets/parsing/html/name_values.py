"""An author value cut into names: "By Anna Berg in Paris and Tom Reed, photos: Li Wei" -> Anna Berg, Tom Reed.

Put here: cutting and splitting. Keep out: what stands before a name (name_labels.py), what the script alone tells
(name_scripts.py), whether a name is a person's (names.py).
"""

import re
from functools import lru_cache

from assets.parsing.agencies import find_agency
from assets.parsing.html.name_cut import cut_name
from assets.parsing.html.name_labels import is_time_label, without_labels
from assets.parsing.html.name_scripts import plain_marks, without_offices
from assets.parsing.html.name_words import is_given_name, is_listed, listed
from assets.parsing.markers import starts_with

_BRACKETS = re.compile(r"\(([^()]{0,60})\)|\[([^\[\]]{0,60})\]")
_NOISE = re.compile(r"https?://\S*|www\.\S+|(?<!\S)\S{1,64}@[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}|@\w{1,30}")
# What stands in for "(photos)" behind a name, until the names are apart.
_NOT_TEXT = "\x00"
# As feeds write it: "anna@ledger.example (Anna Berg)".
_NAMED_ADDRESS = re.compile(r"^\s*\S{1,64}@\S{1,64}\s+\(([^()]{2,60})\)\s*$")
_HARD = re.compile(r"\s*[;|•·»«\n＆、&]\s*|\s+/\s*|/\s+")
# "Words by Anna Berg. Photography by Li Wei", "Text: Anna Berg Foto: Lars Lund".
_SENTENCE = re.compile(r"(?<=\w\w\w)\.\s+(?=[^\W\d_]{2,20}(?::|\s+(?:by|von|par|por|door|di)\s))")
_NEXT_LABEL = re.compile(r"\s+(?=([^\W\d_]{1,20}):)")
_DASH = re.compile(r"\s+[-–—]\s+")
_COMMA = re.compile(r"\s*[,،]\s*")
# "el Mar, 03/02/2026 - 08:15" after a name: a preposition, perhaps a weekday, a day in figures, and all that follows.
_ON_A_DAY = re.compile(
    r"\s+(?:on|el|le|am|il|em|op|den|dne|dnia)\s+(?:[^\W\d_]{2,12}\.?,?\s+)?\d{1,2}\s?[./-]\s?\d{1,2}[./-]\s?\d{2,4}.*",
    re.IGNORECASE | re.DOTALL,
)


@lru_cache(maxsize=1)
def _and() -> re.Pattern[str]:
    words = sorted(listed("and"), key=lambda word: (-len(word), word))
    return re.compile(r"\s+(" + "|".join(map(re.escape, words)) + r")\s+", re.IGNORECASE)


@lru_cache(maxsize=1024)
def split_value(text: str) -> tuple[tuple[str, ...], ...]:
    """Names and what stands beside them: groups of parts, the first of each a name, the others after commas or dashes.

    A part may still be a title, a place or an outlet: that is for the caller to tell.
    """
    text = _without_noise(plain_marks(text))
    groups: list[tuple[str, ...]] = []
    for piece in _pieces(text):
        for name in filter(_made_text, _split_and(piece)):
            parts = [part for half in _dashed(name) for part in _COMMA.split(half)]
            cut = [shown for part in parts for half in _halves(part) if (shown := cut_name(without_labels(half)))]
            groups += [tuple(_in_order(cut))] if cut else []
    return tuple(groups)


def _without_noise(text: str) -> str:
    """The text without addresses, brackets and the day it was submitted on."""
    named = _NAMED_ADDRESS.match(text)
    text = _NOISE.sub(" ", _BRACKETS.sub(_bracket, named[1] if named else text))
    dateless = _ON_A_DAY.sub("", text).strip()
    return text if is_time_label(dateless) else dateless


def _bracket(found: re.Match[str]) -> str:
    return _NOT_TEXT if is_listed("credit", (found[1] or found[2] or "").strip()) else " "


def _made_text(name: str) -> bool:
    return _NOT_TEXT not in name


def _pieces(text: str) -> list[str]:
    """The stretches between hard separators and before labels, without their labels and offices."""
    pieces = [half for piece in _HARD.split(text) for half in _SENTENCE.split(piece)]
    plain = [" ".join(half.split()) for piece in pieces for half in _before_labels(piece)]
    return [shown for piece in plain for name in without_offices(piece) if (shown := without_labels(name))]


def _before_labels(piece: str) -> list[str]:
    """The parts of a piece that each begin with a label of its own."""
    halves = _DASH.split(piece)
    if any(starts_with("byline", half) for half in halves[1:]):
        return halves
    parts, start = [], 0
    for found in _NEXT_LABEL.finditer(piece):
        is_label = is_listed("credit", found[1]) or starts_with("byline", found[1])
        end = found.end(1) + 1
        if is_label and starts_with("byline", piece[start:end]) < end - start:
            parts.append(piece[start : found.start()])
            start = found.end()
    return [*parts, piece[start:]]


def _dashed(name: str) -> list[str]:
    """The parts between dashes; after the first only agencies and parts with a known given name, no places.

    A single word before such a part is the town it was written in ("Delft - Anna Berg").
    """
    first, *others = _DASH.split(name)
    known = [part for part in others if find_agency(part) is not None or is_given_name(part.split(" ", 1)[0])]
    is_town = " " not in first.strip() and any(" " in part.strip() for part in known) and find_agency(first) is None
    return known if is_town else [first, *known]


def _halves(part: str) -> list[str]:
    """ "Anna Berg/AFP" and "dpa/afp/ab" in their parts; "ab/cde" are initials and stay."""
    halves = part.split("/")
    are_apart = " " in halves[0].strip() or any(find_agency(half) is not None for half in halves)
    return halves if are_apart else [part]


def _split_and(piece: str) -> list[str]:
    """Parts between "and"s. One of a single letter must have two words on both sides: else it is part of a name."""
    names, start = [], 0
    for found in _and().finditer(piece):
        left, right = piece[start : found.start()], piece[found.end() :]
        short = len(found[1]) == 1 and found[1].isalpha()
        if short and (len(left.split()) < 2 or len(_COMMA.split(right)[0].split()) < 2 or found[1].isupper()):
            continue
        names.append(left)
        start = found.end()
    return [*names, piece[start:]]


def _in_order(parts: list[str]) -> list[str]:
    """A surname and a given name parted by a comma, turned round: ["Berg", "Anna"] -> ["Anna Berg"]."""
    are_words = len(parts) == 2 and all(len(part.split()) == 1 and part[0].isupper() for part in parts)
    if not are_words or any(find_agency(part) is not None for part in parts) or not is_given_name(parts[1]):
        return parts
    return [f"{parts[1]} {parts[0]}"]
