"""The dateline at the head of a body: "BRUSSELS, Feb 12 (Reuters) — ...".

Put here: finding and reading it. Keep out: what places there are (entities/).
"""

import re
from dataclasses import dataclass

from assets.parsing.dates import DateReading, find_dates
from assets.parsing.markers import fold, word_set

_UPPER = r"[^\W\d_a-zà-öø-ÿа-яё]"
# A place in capitals ("NEW YORK", "SAALBACH-HINTERGLEMM"), with a region that may be in small letters (", Austria").
_CAPITALS = rf"{_UPPER}[^\Wa-zà-öø-ÿа-яё\d_.'’]*(?:[\s.'’\-]{{1,2}}{_UPPER}[^\Wa-zà-öø-ÿа-яё\d_.'’]*){{0,4}}\.?"
_REGION = r"(?:,\s*[^\W\d_][\w.'’\- ]{1,25}?)?"
_PLACE_WORD = r"[^\W\d_a-zà-öø-ÿа-яё][^\W\d_]*(?:[-'’][^\W\d_]+)*"
_SMALL = rf"{_PLACE_WORD}(?:[ /]{_PLACE_WORD}|\s(?:de|del|la|am|an der|sur|upon|di|do|of))" r"{0,3}"
_DAY = r"(?:[,.]?\s*(?:[^\W\d_]{2,12}\.?,?\s+)?\d{1,2}\.?(?:\s+(?:de\s+)?[^\W\d_]{2,12}\.?)?(?:\s+(?:de\s+)?\d{4})?)?"
_CREDIT = r"\s*[\[(/]\s*(?P<credit>[^()\[\]/\n]{2,60}(?:/[^()\[\]/\n ]{2,30})?)\s*[\])/]"
_DASH = r"\s*(?:\.\s?[–—-]{1,3}|[–—]|\s-{1,3}|--+|-\s)\s*"

_FORMS = (
    # PLACE[, Region][, date] (Agency) [-]
    rf"(?P<place>(?:{_CAPITALS}|{_SMALL}){_REGION})(?P<day>{_DAY})[,.]?{_CREDIT}\s*(?:{_DASH}|[.:]\s*|\s)",
    # PLACE[, Region][, date] -
    rf"(?P<place>{_CAPITALS}{_REGION})(?P<day>{_DAY}){_DASH}",
    # PLACE: (capitals only)
    rf"(?P<place>{_CAPITALS}(?:,\s*{_PLACE_WORD})?)(?P<day>{_DAY})\s?:\s",
    # Place[, date] - (small letters need a real dash)
    rf"(?P<place>{_SMALL}(?:,\s*{_PLACE_WORD})?)(?P<day>{_DAY})(?:\s*[–—]\s*|\s-{{1,2}}\s|\.-\s?)",
    # (Agency) - PLACE, date -
    rf"{_CREDIT}\s*[-–—]\s*(?P<place>{_CAPITALS})(?P<day>{_DAY})\s*[-–—]\s*",
    # (Agency) -
    rf"{_CREDIT}\s*[-–—]\s+(?P<place>)(?P<day>)",
)
_PATTERNS = tuple(re.compile(r"\s*" + form) for form in _FORMS)
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a body: `text` as written, up to the first word of the report; `place` None when it names only a credit."""

    text: str
    place: str | None
    credit: str
    date: DateReading | None


def split_dateline(body: str) -> Dateline | None:
    """The dateline at the start of a body; None when it has none. The report starts at `len(result.text)`."""
    head = body[:_LONGEST].split("\n\n", 1)[0]
    for pattern in _PATTERNS:
        found = pattern.match(head)
        if found and (dateline := _read(found, body)):
            return dateline
    return None


def _read(found: re.Match[str], body: str) -> Dateline | None:
    rest = body[found.end() : found.end() + 40]
    groups = found.groupdict()
    place = (groups["place"] or "").strip(" ,.") if groups["place"] else None
    credit = groups.get("credit") or ""
    if not rest.strip() or (place and not _is_place(place)) or (not place and not _is_agency(credit)):
        return None
    if credit and place and not _is_agency(credit) and not place.isupper():
        return None
    if rest.lstrip("\"'“‘«„([")[:1].islower():
        return None
    dates = find_dates(groups["day"] or "")
    return Dateline(found[0], place, credit, dates[0] if dates and dates[0].at else None)


def _is_place(place: str) -> bool:
    """Not a label (EXCLUSIVE, UPDATE 1), not a lone letter (Q), not a sentence that happens to hold a dash."""
    first = fold(place.split(",")[0])
    return len(first) > 1 and first not in word_set("not_place", "line") and len(place) <= 60


def _is_agency(credit: str) -> bool:
    from assets.parsing.credits import find_agencies

    return bool(find_agencies(credit))
