"""Absolute dates in many shapes and languages, read without guessing.

Put here: finding and reading dates in a piece of text. Keep out: which date is the article's (text/, html/, fields/).
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from assets.parsing.markers import list_lines, search_phrase

_TIME = (
    r"(?:[\st,;|·•–—-]*(?:at|um|à|a las|alle|às|om|o godz\.?|në|в|klo|kl\.?|ora|ore|الساعة)?[\st,]*"
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])(?:[:h]|\.(?=\d\d(?:\s*(?:uhr|[ap]\.?m)|\s*$|\s*[|(])))(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?(?:\s*uhr|\s*h(?:rs)?\b)?"
    r"(?:\s*\(?(?P<zone>z\b|utc\b|gmt\b|[a-z]{2,5}\b|(?=[+-]\d))\s*(?P<offset>[+-]\d{1,2}(?::?[0-5]\d)?)?\)?)?)?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_ISO = re.compile(rf"(?<![\d.]){_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d){_TIME}")
_COMPACT = re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)" + _TIME)
_NUMERIC = re.compile(
    rf"(?<!\d)(?P<first>\d{{1,2}})\s?(?P<mark>[-/.])\s?(?P<second_>\d{{1,2}})\s?(?P=mark)\s?"
    rf"(?P<year>(?:19|20)\d\d|\d\d)(?!\d|[-/]\d){_TIME}"
)
_ORIENTAL = re.compile(rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]{_TIME}")
# Later years are default values (2038 and 2099 are common) or mistakes. The day of landing is not known here: a date
# between that day and this year is found by a check of the whole.
LAST_YEAR = 2035
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d\s?[-/.]\s?\d|\d\s?[年년]|\d{8}")
_LETTERS = re.compile(r"[^\W\d_]+")
# Zones that name one offset only; CST, IST and BST stand for several and are left out.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "eet": 120,
    "eest": 180, "msk": 180, "est": -300, "edt": -240, "et": None, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420,
    "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "awst": 480, "nzst": 720, "nzdt": 780,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as it stands in a text. `at` is naive UTC, None when it cannot be read without guessing (see `reason`).

    `precision` is second, minute, day, month or none. A clock time without a zone is not kept: the reading is the day.
    """

    at: datetime | None
    precision: str
    text: str
    start: int
    end: int
    reason: str


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for row in list(list_lines("months.csv"))[1:]:
        for number, names in enumerate(row.split(",")[1:], start=1):
            numbers.update({name: number for name in names.split("|") if numbers.get(name, number) == number})
    return numbers


@lru_cache(maxsize=1)
def _month_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _months())


@lru_cache(maxsize=1)
def _worded() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<name>{month_names()})\.?(?!\w)"
    ordinal = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.|-го|e|a)?"
    of = r"\s*[/,-]?\s*(?:de |del |of |d['’]|të )?\s*"
    return (
        re.compile(
            rf"(?<![\d.:]){ordinal}{of}{month}\s*[/,-]?\s*(?:de |del |of )?\s*{_YEAR}(?:\s*г(?:ода|\.)?)?{_TIME}"
        ),
        re.compile(rf"(?<!\w){month}\s*{ordinal}(?:\s*,\s*|\s+|\s*-\s*){_YEAR}{_TIME}"),
        re.compile(rf"{_YEAR}\.?\s+{month}\s+(?P<day>\d{{1,2}})\.?(?!\d){_TIME}"),
        re.compile(rf"(?<!\w){month}\s*(?:de |del |of |,)?\s*{_YEAR}"),
    )


def find_dates(text: str, *, default_zone: tzinfo | None = None) -> list[DateReading]:
    """Every date in a short text (a line, a dateline, a field), in order, none inside another.

    `default_zone` is taken for clock times that name no zone; without it such a time is dropped and the day is kept.
    """
    if not _DIGIT.search(text):
        return []
    plain = _fold_digits(text)
    readings: list[DateReading] = []
    for pattern in _likely_patterns(plain):
        for found in pattern.finditer(plain):
            if all(found.end() <= r.start or found.start() >= r.end for r in readings):
                readings.append(_read(found, text, default_zone))
    return sorted(readings, key=lambda r: r.start)


def _likely_patterns(plain: str) -> tuple[re.Pattern[str], ...]:
    """The patterns that can match at all: those with month names need one."""
    figures = (_ISO, _ORIENTAL, _NUMERIC, _COMPACT) if _FIGURES.search(plain) else ()
    has_month = not _month_words().isdisjoint(_LETTERS.findall(plain))
    return (*figures[:2], *(_worded() if has_month else ()), *figures[2:])


def parse_date(text: str, *, default_zone: tzinfo | None = None) -> DateReading | None:
    """The first date in a text that can be read; else the first that cannot (its `reason` says why); else None.

    >>> parse_date("13-02-2025").at.date().isoformat()
    '2025-02-13'
    >>> parse_date("03/02/2025").reason
    'day and month could be either way round'
    """
    readings = find_dates(text[:2000], default_zone=default_zone)
    return next((r for r in readings if r.at), readings[0] if readings else None)


def find_relative(text: str) -> tuple[int, int] | None:
    """(start, end) of a relative time ("2 hours ago", also glued to a word before it) in a short text; else None."""
    lowered = text.casefold()
    if len(text) > 200 or len(lowered) != len(text):
        return None
    found = search_phrase("relative", lowered)
    return found.span() if found else None


def _fold_digits(text: str) -> str:
    """Same length, lower case, every script's digits as 0-9, odd blanks as blanks."""
    if text.isascii():
        return text.lower()
    return "".join(_fold_character(c) for c in text)


def _fold_character(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.digit(character))
    if character in "\u00a0\u202f\u2009\u200f\u200e":
        return " "
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _read(found: re.Match[str], text: str, default_zone: tzinfo | None) -> DateReading:
    day, month, reason = _day_and_month(found.groupdict())
    start, end = found.span()
    at, precision = None, "none"
    if not reason:
        at, precision, reason = _moment(found.groupdict(), day, month, default_zone)
    return DateReading(at, precision, text[start:end].strip(), start, end, reason)


def _day_and_month(groups: dict[str, str | None]) -> tuple[int, int, str]:
    """(day, month, why not): day 0 for a month alone."""
    if groups.get("name"):
        return int(groups.get("day") or 0), _months()[groups["name"] or ""], ""
    if "first" not in groups:
        return int(groups["day"] or 0), int(groups["month"] or 0), ""
    first, second, year = int(groups["first"] or 0), int(groups["second_"] or 0), groups["year"] or ""
    if len(year) == 2 and groups["mark"] != ".":
        return 0, 0, "two-digit year: the order of the numbers is unknown"
    if groups["mark"] == "." or first > 12 or first == second:
        return first, second, ""
    if second > 12:
        return second, first, ""
    return 0, 0, "day and month could be either way round"


def _moment(
    groups: dict[str, str | None], day: int, month: int, default_zone: tzinfo | None
) -> tuple[datetime | None, str, str]:
    """(naive UTC, precision, reason)."""
    year = int(groups["year"] or 0)
    try:
        at = datetime(year + 2000 if year < 100 else year, month, day or 1)
    except ValueError:
        return None, "none", "no such day in the calendar"
    if at.year == 1970 and at.month == at.day == 1:
        return None, "none", "the epoch of computers, not a date of publication"
    if at.year > LAST_YEAR:
        return None, "none", "a year that no crawl of this version can know: not a date of publication"
    if not day:
        return at, "month", "month and year"
    if not groups.get("hour"):
        return at, "day", "day, month and year"
    return _with_time(at, groups, default_zone)


def _with_time(at: datetime, groups: dict[str, str | None], default_zone: tzinfo | None) -> tuple[datetime, str, str]:
    hour, half = int(groups["hour"] or 0), (groups["half"] or "")[:1]
    zone = _zone(groups["zone"], groups["offset"]) or default_zone
    if zone is None or (half and not 1 <= hour <= 12):
        return at, "day", "clock time without a known zone: the day only"
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    moment = at.replace(hour=hour, minute=int(groups["minute"] or 0), second=int(groups["second"] or 0), tzinfo=zone)
    try:
        utc = moment.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:
        return at, "day", "day, month and year"
    return utc, "second" if groups["second"] else "minute", "date, time and zone"


def _zone(name: str | None, offset: str | None) -> timezone | None:
    minutes = _ZONES.get(name) if name else None
    if offset and (not name or name in {"utc", "gmt"}):
        hours, rest = int(offset[1:3].rstrip(":")), offset[3:].lstrip(":") if len(offset) > 3 else ""
        minutes = (1 if offset[0] == "+" else -1) * (hours * 60 + int(rest or 0))
    if minutes is None or abs(minutes) > 14 * 60:
        return None
    return timezone(timedelta(minutes=minutes))


def month_names() -> str:
    """All month names as one pattern of alternatives, longest first, lower case."""
    return "|".join(re.escape(n) for n in sorted(_months(), key=lambda n: (-len(n), n)))
