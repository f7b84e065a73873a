"""What a line says about a date in it: published, the state of a text, changed, or a day of something else.

Where lines stand on the page is in date_lines.py. The words: data/date_labels.txt.
"""

import re
from functools import lru_cache
from pathlib import Path

from assets.lists import read_sections
from assets.parsing.markers import fold, starts_with

PUBLISHED, STATED, CHANGED, OTHER = "published", "stated", "changed", "other"
BARE, DATELINE, TOLD = "bare", "dateline", "told"
_BEFORE, _AFTER = 60, 70
_MOST_WORDS = 5
# Words that may stand between a label and the date of an event: "heute ist Montag, der".
_FAR = 2
_MOST_AFTER = 9
# Letters beside a date that a line may have without being a sentence: names, a section, "4 minutes to read".
_FEW_LETTERS = 60
_LETTERS = re.compile(r"[^\W\d_]+")
_RANGE_BEFORE = re.compile(
    r"\d[.\s]*(?:\w+\s*)?(?:bis|und|to|until|and|au|al|et|y|–|—|-)\s*(?:zum\s*)?$", re.IGNORECASE
)
_RANGE_AFTER = re.compile(r"^\s*(?:bis|to|until|au|al|hasta|–|—|-)\s*(?:zum\s*)?\d{1,2}\b(?!\s*:)", re.IGNORECASE)
# "15 Uhr", "7 pm": events begin on the hour, what is published has minutes.
_ON_THE_HOUR = re.compile(r"^[\s,]*(?:um|ab|at|from|à|a las)?\s*\d{1,2}\s*(?:uhr|h|[ap]\.?m\.?)\b", re.IGNORECASE)
# "Delft, den 3. März 2011 - ", "(3 March 2011) ": a place at most before it, a mark after it.
_DATELINE = re.compile(
    r"^[(\[]?(?:[^\W\d_][\w./-]*(?: [A-ZÀ-Þ][\w./-]*){0,2}(?:\s*\([\w ]+\))?,\s*(?:den |le |el )?)?(?:[^\W\d_]+,\s*)?$"
)
_AFTER_DATELINE = re.compile(r"^(?:\s*[)\]:|/]|\s*[–—-]{1,2}\s|\.\s)")
_SENTENCE_END = re.compile(r"[.!?]['\"”“»]?$")


def label(text: str, start: int, end: int) -> str:
    """What the date at `start`-`end` of a line is, by the words beside it.

    The nearest known words before it count, then those right after it; without any it is BARE when the line says little
    else, TOLD when the line is running text.
    """
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if _RANGE_BEFORE.search(before) or _RANGE_AFTER.search(after) or _ON_THE_HOUR.match(after):
        return OTHER
    kind = _nearest(before) or (PUBLISHED if _is_start(text, start) else "")
    if kind and kind != OTHER:
        return kind
    rest = text[:start] + text[end:]
    is_running = sum(map(len, _LETTERS.findall(rest))) > _FEW_LETTERS or _ends_sentence(rest)
    if said := _said_after(after):
        return said
    if is_running:
        return DATELINE if not kind and _DATELINE.match(text[:start]) and _AFTER_DATELINE.match(after) else kind or TOLD
    return kind or BARE


def _is_start(text: str, start: int) -> bool:
    """True when the words from the line's start to the date are a label of publication ("Le 3 mars 2012")."""
    taken = starts_with("published", text)
    return 0 < taken <= start and len(text[taken:start].split()) <= 1


def _ends_sentence(rest: str) -> bool:
    return len(rest.split()) > 4 and _SENTENCE_END.search(rest.rstrip()) is not None


def _nearest(before: str) -> str:
    """The kind of the known phrase that ends nearest to the end of `before`; the longest of those that end there."""
    words = fold(before).split()
    kinds = _kinds()
    for last in range(len(words), 0, -1):
        for first in range(max(0, last - _MOST_WORDS), last):
            kind = kinds.get(" ".join(words[first:last]))
            if kind is not None and not (kind == OTHER and last < len(words) - _FAR):
                return kind
    return ""


def _said_after(after: str) -> str:
    """The kind of the verb that ends the clause: "um 12:30 von der Autorin veröffentlicht"; "" without one."""
    words = fold(after.split(". ")[0]).split()[:_MOST_AFTER]
    return next((kind for word in words if (kind := _verbs().get(word))), "")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    sections = _sections()
    return {fold(phrase): kind for kind, phrases in sections.items() if " " not in kind for phrase in phrases}


@lru_cache(maxsize=1)
def _verbs() -> dict[str, str]:
    sections = _sections()
    return {verb: kind for kind in (PUBLISHED, CHANGED) for verb in sections[f"{kind} after"]}


@lru_cache(maxsize=1)
def _sections() -> dict[str, list[str]]:
    return read_sections(Path(__file__).parent / "data" / "date_labels.txt")
