"""Words, numbers, dates and links as a page shows them; whatever comes from an article is made harmless here.

Put here: one value in, one string out. Keep out: HTML, which only the templates write.
"""

import re
import unicodedata
from datetime import date, datetime
from urllib.parse import urlsplit

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Characters that change the direction of all that follows, and would turn the page's own words around.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~:&@])")


def clean(text: str | None, limit: int) -> str:
    """`text` on one line without control characters, at most `limit` characters long, cut between words."""
    visible = "".join(_visible(character) for character in _DIRECTION.sub("", text or ""))
    line = " ".join(visible.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    shortened = head.rpartition(" ")[0] if " " in head[limit // 2 :] else head
    return shortened.rstrip(" ,;:–—-") + "…"


def web_link(url: str | None) -> str | None:
    """`url` when it is a plain http(s) address that is safe to link to; None otherwise."""
    if not url or len(url) > 2000 or any(_visible(c) == " " for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname and not parts.username else None


def markdown_text(text: str, limit: int) -> str:
    """`text` for Markdown: no character of it can start a link, a picture, a tag or emphasis."""
    return _MARKDOWN.sub(r"\\\1", clean(text, limit))


def count(number: int, noun: str) -> str:
    """1 article, 2 articles, 1,200 articles, 3 stories, 2 days."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if re.search("[^aeiou]y$", noun) else f"{number:,} {noun}s"


def long_day(day: date) -> str:
    """Friday, 20 November 2026."""
    return f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """20 Nov."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def moment(when: datetime | None, precision: str | None) -> str:
    """20 Nov, 17:15; without the time of day when that is not known, empty when nothing is."""
    if when is None:
        return ""
    if precision == "month":
        return f"{_MONTHS[when.month - 1]} {when.year}"
    return f"{short_day(when)}, {when:%H:%M}" if precision in ("second", "minute") else short_day(when)


def duration(minutes: int) -> str:
    """45 min, 10 h 50 min, 2 days 3 h."""
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    if days:
        return count(days, "day") + (f" {hours} h" if hours else "")
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{left} min" if left or not hours else "") if part
    )


def percent(share: float) -> str:
    """43 %."""
    return f"{round(share * 100)} %"


def _visible(character: str) -> str:
    """The character, or a space for one that no page can show (controls, separators, noncharacters)."""
    category = unicodedata.category(character)
    is_noncharacter = ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    return " " if category in ("Cc", "Cs", "Zl", "Zp", "Zs") or is_noncharacter else character
