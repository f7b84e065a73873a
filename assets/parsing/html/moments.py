"""Dates in machine-readable places: ISO 8601, RFC 822, epoch numbers, and a date in words that stands alone.

Dates in running text are read elsewhere (parsing/dates.py).
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_tz

from assets.parsing.dates import LAST_YEAR, find_dates

# News on the web is younger; what claims to be older or far in the future is a default value or a mistake.
FIRST_YEAR = 1980
_LONGEST = 64
_LONGEST_WORDED = 80
# What may stand beside a date: a weekday, "Published", "Uhr"; a zone's name ("Europe/Paris") may not.
_LABEL_LETTERS = 9
_EPOCH_SECONDS = re.compile(r"^\d{9,10}(?:\.\d{1,6})?$")
_EPOCH_MILLISECONDS = re.compile(r"^\d{12,13}$")
_ISO = re.compile(
    r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:(?:[Tt]|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$"
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:[Tt]?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$")
_DAY_FIRST = re.compile(
    r"^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(?:-\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?(?:\s*Uhr)?$"
)
_RFC_822 = re.compile(r"^(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d{1,2}:\d{2}")
_SCRIPT_DATE = re.compile(
    r"^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d{2}:\d{2}:\d{2}) (?:GMT|UTC)?([+-]\d{4})?(?: \(.*)?$"
)
_CTIME = re.compile(r"^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d{2}:\d{2}:\d{2}) (?:([A-Z]{3,4}) )?(\d{4})$")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time: naive UTC, how exact it is, and whether its time zone was written."""

    at: datetime
    precision: str
    has_zone: bool


def parse_moment(raw: object) -> Moment | None:
    """Read a machine-written date.

    None when it is none, is impossible, or lies outside `FIRST_YEAR`-`LAST_YEAR`.
    """
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return None
    text = str(raw).strip() if isinstance(raw, str) else repr(raw)
    if not text or len(text) > _LONGEST or not text.isascii():
        return None
    try:
        moment = _read(text)
    except (ValueError, OverflowError, TypeError):
        return None
    return moment if moment is not None and is_plausible(moment.at.date()) else None


def read_moment(raw: object) -> Moment | None:
    """A machine-written date, or one in words that can be read in one way only and is all that the value says."""
    moment = parse_moment(raw)
    if moment is not None or not isinstance(raw, str) or len(raw) > _LONGEST_WORDED:
        return moment
    readings = find_dates(raw, default_zone=UTC)
    if len(readings) != 1 or readings[0].at is None or not is_plausible(readings[0].at.date()):
        return None
    reading = readings[0]
    rest = raw[: reading.start] + raw[reading.end :]
    if (
        any(character.isdigit() for character in rest)
        or sum(character.isalpha() for character in rest) > _LABEL_LETTERS
    ):
        return None
    return Moment(reading.at, reading.precision, has_zone=False)


def is_plausible(day: date) -> bool:
    """True for a day on which a web article can have been published."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _read(text: str) -> Moment | None:
    if _EPOCH_SECONDS.match(text):
        return Moment(datetime.fromtimestamp(int(float(text)), UTC).replace(tzinfo=None), "second", True)
    match = _COMPACT.match(text)
    if match and (not _EPOCH_MILLISECONDS.match(text) or 1900 <= int(match[1]) <= 2100):
        return _from_groups(match[1], match[2], match[3], clock=match.groups()[3:6], zone=match[7])
    if _EPOCH_MILLISECONDS.match(text):
        return Moment(datetime.fromtimestamp(int(text) // 1000, UTC).replace(tzinfo=None), "second", True)
    if match := _ISO.match(text):
        return _from_groups(match[1], match[2], match[3], clock=match.groups()[3:6], fraction=match[7], zone=match[8])
    if match := _DAY_FIRST.match(text):
        return _from_groups(match[3], match[2], match[1], clock=match.groups()[3:6])
    return _read_mail(text)


def _read_mail(text: str) -> Moment | None:
    if match := _SCRIPT_DATE.match(text):
        text = f"{match[2]} {match[1]} {match[3]} {match[4]} {match[5] or '+0000'}"
    elif match := _CTIME.match(text):
        text = f"{match[2]} {match[1]} {match[5]} {match[3]} {match[4] or ''}"
    if not _RFC_822.match(text):
        return None
    parsed = parsedate_tz(text)
    if parsed is None:
        return None
    offset = parsed[9]
    at = datetime(*parsed[:6]) - timedelta(seconds=offset or 0)
    seconds = re.search(r"\d:\d{2}:\d{2}", text) is not None
    return Moment(at, "second" if seconds else "minute", offset is not None)


def _from_groups(
    year: str,
    month: str,
    day: str,
    *,
    clock: tuple[str | None, ...],
    fraction: str | None = None,
    zone: str | None = None,
) -> Moment:
    hour, minute, second = clock
    if hour is None:
        return Moment(datetime(int(year), int(month), int(day)), "day", False)
    seconds = min(int(second or 0), 59) if second != "60" else 59
    at = datetime(int(year), int(month), int(day), int(hour), int(minute or 0), seconds)
    if fraction:
        at = at.replace(microsecond=int(fraction[:6].ljust(6, "0")))
    if zone and _zone(zone) != UTC and at == at.replace(hour=0, minute=0, second=0, microsecond=0):
        # Midnight by the clock of the place: systems that know only the day write so. In UTC it were the day before.
        return Moment(at, "day", False)
    if zone:
        at = (at.replace(tzinfo=_zone(zone))).astimezone(UTC).replace(tzinfo=None)
    return Moment(at, "second" if second else "minute", zone is not None)


def _zone(text: str) -> timezone:
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes > 14 * 60:
        raise ValueError(f"no time zone is {text}")
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes))
