"""The dateline at the head of a body: "BRUSSELS, Feb 12 (Reuters) — ...".

Put here: finding and reading it. Keep out: what places there are (entities/).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assets.parsing.agencies import find_agencies
from assets.parsing.dates import DateReading, find_dates, month_names
from assets.parsing.markers import fold, word_set

_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-яё]"
_UPPER_WORD = rf"{_CAPITAL}(?:[.'’]?{_CAPITAL})*\.?"
# A place in capitals ("NEW YORK", "SAALBACH-HINTERGLEMM", "ST. LOUIS").
_CAPITALS = re.compile(rf"\s*({_UPPER_WORD}(?:[ -]{_UPPER_WORD}){{0,4}})(?![^\W\d_])")
# A place in small letters ("The Hague", "Frankfurt am Main"); scripts without case count as such.
_WORD = rf"{_CAPITAL}[^\W\d_]*(?:[-'’.][^\W\d_]+)*\.?"
_SMALL = re.compile(rf"\s*({_WORD}(?: (?:de |del |la |am |an der |sur |upon |di |do |of )?{_WORD}){{0,3}})(?![^\W\d_])")
_REGION = re.compile(r",\s*([^\W\d_][\w.'’ -]{1,25}?)(?=\s*(?:[,(\[/—–:]|--|\s-|\.-|$))")
_CREDIT = re.compile(r"[\s,.]*[\[(/]\s*([^()\[\]\n]{2,60}?)\s*(?:[\])]|/(?=[\s.–—-]))")
_DASH = re.compile(r"\s*(?:[.,]?\s?[—–]|\.-{1,2}(?=\s)|--+|\s-{1,3}(?=\s)|-(?=\s)|_(?=\s))\s*")
_COLON = re.compile(r"\s?:\s*")
_AFTER_CREDIT = re.compile(r"\s*[.:—–_-]{0,3}\s*")
_SIGNED = re.compile(r"([^.:\n]{2,40})[.:]\s+")
_LONGEST = 120
_MOST_WORDS_BEFORE_COLON = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a body: `text` as written, up to the first word of the report; `place` None beside a lone credit."""

    text: str
    place: str | None
    credit: str
    date: DateReading | None


@lru_cache(maxsize=1)
def _day() -> re.Pattern[str]:
    month = rf"(?:{month_names()})\.?"
    year = r"(?:,?\s+(?:de\s+)?(?:19|20)\d\d)?"
    return re.compile(rf"[,.]?\s*(?:{month}\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:de\s+)?{month}){year}(?!\w)", re.I)


def split_dateline(body: str) -> Dateline | None:
    """The dateline at the start of a body; None when it has none. The report starts at `len(result.text)`."""
    head = body[:_LONGEST].split("\n\n", 1)[0]
    return _after_credit(head) or _after_place(head, _CAPITALS) or _after_place(head, _SMALL)


def _after_credit(head: str) -> Dateline | None:
    """(Agency) - PLACE, date - ..., or (Agency) - ..."""
    credit = _CREDIT.match(head)
    if credit is None or not find_agencies(credit[1]):
        return None
    dash = _DASH.match(head, credit.end())
    if dash is None:
        return None
    inner = _after_place(head[dash.end() :], _CAPITALS)
    if inner:
        return Dateline(head[: dash.end()] + inner.text, inner.place, credit[1], inner.date)
    return Dateline(head[: dash.end()], None, credit[1], None)


def _after_place(head: str, form: re.Pattern[str]) -> Dateline | None:
    found = form.match(head)
    if found is None:
        return None
    place, position, day = found[1], found.end(), None
    if region := (None if _day().match(head, position) else _REGION.match(head, position)):
        place, position = place + region[0], region.end()
    if day := _day().match(head, position):
        position = day.end()
    credit = _CREDIT.match(head, position)
    end = _end(head, position, credit, is_small=form is _SMALL, words=place.count(" ") + 1)
    if end is None or not _is_place(place, head[end:]):
        return None
    dates = find_dates(day[0]) if day else []
    date = next((d for d in dates if d.at), None)
    if find_agencies(place) and not credit:
        return Dateline(head[:end], None, place, date)
    named = credit[1] if credit else head[position:end].strip(" —–-.:")
    return Dateline(head[:end], _trim(place), named if find_agencies(named) else "", date)


def _trim(place: str) -> str:
    """Without the full stop that ends a dateline; the one of an abbreviation (D.C.) stays."""
    bare = place.strip(" ,")
    return bare if re.search(r"\.\w{1,2}\.$", bare) else bare.rstrip(".")


def _end(head: str, position: int, credit: re.Match[str] | None, *, is_small: bool, words: int) -> int | None:
    """Where the dateline ends: behind its credit, dash, or (capitals only) colon; None when it is no dateline."""
    if credit and find_agencies(credit[1]):
        closing = _AFTER_CREDIT.match(head, credit.end())
        return closing.end() if closing else credit.end()
    dash = _DASH.match(head, credit.end() if credit and not is_small else position)
    if dash:
        signed = _SIGNED.match(head, dash.end())
        return signed.end() if signed and find_agencies(signed[1]) else dash.end()
    colon = None if is_small or words > _MOST_WORDS_BEFORE_COLON else _COLON.match(head, position)
    return colon.end() if colon else None


def _is_place(place: str, rest: str) -> bool:
    """Not a label (EXCLUSIVE, UPDATE 1), a lone letter (Q) or article (The), nor a sentence that holds a dash."""
    first = fold(place.split(",")[0])
    if (
        len(first) < 2
        or first in word_set("not_place", "line")
        or first in {"the", "a", "an", "and", "but", "it", "he"}
    ):
        return False
    return bool(rest.strip()) and not rest.lstrip("\"'“‘«„([")[:1].islower()
