"""An author value cut into names: "By Anna Berg in Paris and Tom Reed, photos: Li Wei" -> Anna Berg, Tom Reed.

Put here: cutting and splitting. Keep out: whether a name is a person's (names.py). The words: data/name_words.txt.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from assets.parsing.agencies import find_agency
from assets.parsing.bylines import given_names
from assets.parsing.dates import find_relative
from assets.parsing.markers import fold, starts_with, word_set

EDGES = " .,:;-–—|/\"'“”«»*\u200b"
_NOISE = re.compile(
    r"https?://\S*|www\.\S+|(?<!\S)\S{1,64}@\S{1,64}|(?<!\w)@\w{1,30}|\([^()]{0,60}\)|\[[^\[\]]{0,60}\]"
)
_HARD = re.compile(r"\s*[;|•·\n＆、&]\s*|\s+/\s*|/\s+")
_DASH = re.compile(r"\s+[-–—]\s+")
_COMMA = re.compile(r"\s*[,،]\s*")
_GLUED_BY = re.compile(r"^(?:By|BY|Von|Par|Por)(?=[A-ZÀ-Þ][a-zß-ÿ]+ [A-ZÀ-Þ])")
_CLOCK_OR_DATE = re.compile(r"\d\s*[:./-]\s*\d|\d{3,}")
_DIGIT = re.compile(r"\d")
# "Reporter" around a name, in languages that put it there without a blank or a comma.
_TITLE_AFTER = re.compile(r"\s*(?:기자|특파원|記者|논설위원)(?:\s.*)?$")
_TITLE_BEFORE = re.compile(r"^(?:本报记者|记者|記者|文|撰文|責任編輯)\s*[/／:： ]\s*")
# "el Mar, 03/02/2026 - 08:15" after a name: a preposition, perhaps a weekday, a day in figures, and all that follows.
_ON_A_DAY = re.compile(
    r"\s+(?:on|el|le|am|il|em|op|den|dne|dnia)\s+(?:[^\W\d_]{2,12}\.?,?\s+)?\d{1,2}\s?[./-]\s?\d{1,2}[./-]\s?\d{2,4}.*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_PHRASE = 3


@lru_cache(maxsize=1)
def _sections() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    path = Path(__file__).parent / "data" / "name_words.txt"
    kept: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kept = found.setdefault(line.strip("[] "), set())
        elif line and not line.startswith("#"):
            kept.update(phrase.strip().casefold() for phrase in line.split("|"))
    return {name: frozenset(phrases - {""}) for name, phrases in found.items()}


def is_listed(section: str, phrase: str) -> bool:
    """True when a phrase stands in a section of the data file, case aside."""
    return phrase.casefold() in _sections()[section]


@lru_cache(maxsize=1)
def _and() -> re.Pattern[str]:
    words = sorted(_sections()["and"], key=lambda word: (-len(word), word))
    return re.compile(r"\s+(" + "|".join(map(re.escape, words)) + r")\s+", re.IGNORECASE)


@lru_cache(maxsize=1024)
def split_value(text: str) -> tuple[tuple[str, ...], ...]:
    """Names and what stands beside them: groups of parts, the first of each a name, the others after commas or dashes.

    A part may still be a title, a place or an outlet: that is for the caller to tell.
    """
    text = _NOISE.sub(" ", text)
    dateless = _ON_A_DAY.sub("", text).strip()
    text = text if _is_time_label(dateless) else dateless
    groups: list[tuple[str, ...]] = []
    for piece in _HARD.split(text):
        piece = _without_labels(" ".join(piece.split()))
        for name in _split_and(piece):
            parts = [part for half in _dashed(name) for part in _COMMA.split(half)]
            cut = [shown for part in parts for half in _halves(part) if (shown := _cut(_without_labels(half)))]
            groups += [tuple(_in_order(cut))] if cut else []
    return tuple(groups)


def _dashed(name: str) -> list[str]:
    """The parts between dashes; after the first only agencies and parts with a known given name, no places."""
    first, *others = _DASH.split(name)
    known = [part for part in others if find_agency(part) is not None or is_given_name(part.split(" ", 1)[0])]
    return [first, *known]


def _halves(part: str) -> list[str]:
    """ "Anna Berg/AFP" in two; "ab/cde" are initials and stay."""
    return part.split("/") if "/" in part and " " in part.split("/")[0].strip() else [part]


def _without_labels(piece: str) -> str:
    """The piece without "By", "Text:" and their like; nothing when its label is that of a photographer or an editor."""
    for _ in range(4):
        label, colon, rest = piece.partition(":")
        if colon and "," not in label and len(label.split()) <= _LONGEST_PHRASE and not _CLOCK_OR_DATE.search(piece):
            if is_listed("credit", label.strip()):
                return ""
            piece = rest.strip()
            continue
        taken = starts_with("byline", piece) or _genre_end(piece)
        if not taken:
            break
        piece = piece[taken:].lstrip(" :.–—-")
    if _starts_with_credit(piece) or (_DIGIT.search(piece) and _starts_with_time(piece)):
        return ""
    return _TITLE_BEFORE.sub("", _GLUED_BY.sub("", piece))


def _starts_with_time(text: str) -> bool:
    """True for "Published 12 May": a label of a date, with the date."""
    return starts_with("published", text) > 0 or starts_with("updated", text) > 0


def _is_time_label(text: str) -> bool:
    """True for "Published" and its like with nothing after it."""
    return max(starts_with("published", text), starts_with("updated", text)) == len(text)


def _genre_end(piece: str) -> int:
    """Where a start such as "Kommentar von" or "More by" ends; 0 when there is none. "Follow Anna" counts, too."""
    words = piece.split()
    for size in range(1, min(_LONGEST_PHRASE, len(words) - 1) + 1):
        if is_listed("before", " ".join(words[:size])):
            if is_listed("by", words[size]):
                return len(" ".join(words[: size + 1]))
            if len(words) - size >= 2 and words[size - 1].casefold() == "follow":
                return len(" ".join(words[:size]))
    return 0


def _starts_with_credit(piece: str) -> bool:
    words = piece.split()
    return any(
        " " in phrase and is_listed("credit", phrase)
        for phrase in (" ".join(words[:size]) for size in range(2, _LONGEST_PHRASE + 1))
    )


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


def is_given_name(word: str) -> bool:
    """True for a common given name, any case."""
    folded = word.casefold()
    return folded in given_names() or unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode() in (
        given_names()
    )


def _cut(part: str) -> str:
    """The part up to where its name ends: before "in Paris", a role, an agency, a date or a time."""
    words = _TITLE_AFTER.sub("", part.strip(EDGES)).split()
    for position in range(2, len(words)):
        rest = words[position:]
        if _ends_before(rest) or _is_acronym(rest[0], words[:position]):
            words = words[:position]
            break
    words = _without_roles(words)
    return " ".join(words).strip(EDGES)


def _ends_before(rest: list[str]) -> bool:
    head = rest[0].casefold()
    tail = " ".join(rest)
    return (
        (is_listed("after", head) and rest[0].islower())
        or is_listed("after", " ".join(rest[:2]))
        or is_listed("tail", head.strip(EDGES))
        or any(character.isdigit() for character in head)
        or (find_agency(tail) is not None)
        or (_DIGIT.search(tail) is not None and _starts_with_time(tail))
        or find_relative(tail) == (0, len(tail))
    )


def _is_acronym(word: str, name: list[str]) -> bool:
    """True for an outlet's initials after a name in mixed case ("Anna Berg XYZ News"); "III" is a part of the name."""
    letters = word.strip(EDGES)
    is_short = 2 < len(letters) <= 4 and letters.isupper() and letters.isalpha()
    return is_short and letters != "III" and any(part[-1:].islower() for part in name)


def _without_roles(words: list[str]) -> list[str]:
    """A name without the office after it ("Anna Berg Political Editor"); what is a desk as a whole stays."""
    end = len(words)
    while end > 2 and fold(words[end - 1]) in word_set("role"):
        end -= 1
    start = 0
    while end - start > 2 and fold(words[start]) in word_set("role"):
        start += 1
    kept = words[start:end]
    is_desk = any(is_listed("desk", word) for word in words)
    return words if is_desk and not is_given_name(kept[0]) else kept
