"""Dates in figures that can be read two ways (05/04/2026), settled by what else the page tells, or left alone.

In this order: the weekday before it; a machine-written date of the page that is one of the two days; other dates of
the page in the same figures; the page's language and region; the country of its address. For html/ and text/ alike.
Reading dates is in dates.py.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from assets.parsing.language import detect_language

# Languages that write the day before the month wherever they are written.
_DAY_FIRST_CODES = """
ar az be bg bs ca cs cy da de el es et eu fi fr ga gl he hr hy id is it ka kk lv mk ms mt nb nl nn no pl pt ro ru sk sl
sq sr th tr uk uz vi
"""
_DAY_FIRST = frozenset(_DAY_FIRST_CODES.split())
_REGION_CODES = "gb uk ie au nz in za ng ke gh ug tz zm zw pk bd lk sg my hk mt jm tt"
_DAY_FIRST_REGIONS = frozenset(_REGION_CODES.split())
_MONTH_FIRST_ENDS = frozenset(("us", "gov", "mil", "edu"))
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+$", re.IGNORECASE)
_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(20\d\d)(?![\d/-])")
_MOST_TEXTS = 400
_LONGEST_TEXT = 300
_SAME = timedelta(days=1)


@dataclass
class DayOrder:
    """What a page tells about the order of its figures; looked up once, when a date needs it.

    `texts` are the page's paragraphs; `language` is a code with or without a region ("en-US"), None where the page
    declares none; `known` gives the days that the page tells beyond doubt, such as machine-written ones.
    """

    texts: Iterable[str]
    language: str | None
    domain: str | None
    known: Callable[[], list[date]]

    def settle(self, text: str) -> str:
        """The text with its two-way dates written year-month-day; one that nothing settles is written with strokes."""
        return _FIGURES.sub(self._settle, text) if _FIGURES.search(text) else text

    def _settle(self, found: re.Match[str]) -> str:
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if first > 12 or second > 12 or first == second or not first or not second:
            return found[0]
        by_day, by_month = date(year, second, first), date(year, first, second)
        if weekday := _WEEKDAY.search(found.string, max(0, found.start() - 12), found.start()):
            named = [day for day in (by_day, by_month) if day.weekday() == _WEEKDAYS.index(weekday[1].lower())]
            if len(named) == 1:
                return named[0].isoformat()
        near = {day for day in (by_day, by_month) for other in self._known_days if abs(day - other) <= _SAME}
        if len(near) == 1:
            return near.pop().isoformat()
        order = self._order or ("day" if found[2] == "." and not self._is_english else "")
        if not order:
            return f"{first:02d}/{second:02d}/{year}"
        return (by_day if order == "day" else by_month).isoformat()

    @cached_property
    def _texts(self) -> list[str]:
        return list(self.texts)

    @cached_property
    def _known_days(self) -> list[date]:
        return self.known()

    @cached_property
    def _code(self) -> str:
        """What the page declares, else the language that its text is in."""
        code = self.language or detect_language(" ".join(self._texts), None)[0]
        return (code or "").strip().lower().replace("_", "-")

    @property
    def _is_english(self) -> bool:
        return self._code[:2] == "en"

    @cached_property
    def _order(self) -> str:
        return self._by_other_dates or self._by_language or self._by_country

    @property
    def _by_other_dates(self) -> str:
        """What the page's other dates in figures are, when they can be read one way only and agree."""
        texts = [text[:_LONGEST_TEXT] for text in self._texts if text[:_LONGEST_TEXT].count("20")]
        told = {
            "day" if int(found[1]) > 12 else "month"
            for text in texts[:_MOST_TEXTS]
            for found in _FIGURES.finditer(text)
            if found[2] != "." and (int(found[1]) > 12) != (int(found[3]) > 12)
        }
        return told.pop() if len(told) == 1 else ""

    @property
    def _by_language(self) -> str:
        language, _, region = self._code.partition("-")
        if language == "en":
            return "month" if region == "us" else "day" if region in _DAY_FIRST_REGIONS else ""
        return "day" if language in _DAY_FIRST and region != "us" else ""

    @property
    def _by_country(self) -> str:
        end = (self.domain or "").rpartition(".")[2]
        is_other = self._code and not self._is_english
        return "" if is_other else "month" if end in _MONTH_FIRST_ENDS else "day" if end in _DAY_FIRST_REGIONS else ""
