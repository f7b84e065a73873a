"""Towns and counties that stand for their team in a sports report. Keep out: every other choice of kind (votes.py).

A country stays a place: what plays under its name is the country.
"""

import re
from functools import cache

from assets.entities.judge import is_never_name
from assets.entities.lists import read_table
from assets.entities.names import ORGANIZATION, PERSON, PLACE, Name, name_at
from assets.entities.places import find_places
from assets.entities.text import fold

# A report has this many sports words, or so many scores (3-1) and a few words.
LEAST_WORDS, LEAST_SCORES = 4, 3
LEAST_ROWS = 4

_SCORE = re.compile(r"\b\d{1,3}-\d{1,3}\b")
_LOWER = re.compile(r"[a-z]+")
_POINTS = re.compile(r"(?:'s)? \d{1,3}(?![\d,.]*(?:-\d\d-|\s(?:km|miles|percent|people|million|billion|years)))\b")
_TABLE_ROW = re.compile(r"\b([A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+){0,2}) \d{1,2}(?= \d{1,3}\b| [A-Z]|$)")
_CARD = re.compile(r" (?:c|b|lbw) [A-Z]\w+ \d")
# What a side does with another: lost 2-0 to X, a defeat by X, travel to X, X, who drew.
_MEETS = re.compile(
    r"(?:(?:lost|losing|loss|defeats?|beaten|draws?|drew|drawn|won|win|wins|victory)(?: \d{1,3}-\d{1,3})?"
    r" (?:to|by|with|over|against)|(?:travel|travels|travelled|traveled|trip|visit) to"
    r"|points? (?:behind|clear of|ahead of|above|below))\s$"
)
_WHO = re.compile(r", who (?:drew|host|travel|sit|lie|are|were|have)\b")
_CLUB = re.compile(
    r"\w+ (?:City|Town|County|United|Rovers|Wanderers|Albion|Athletic|Rangers|Hotspur|Wednesday|Villa|FC)"
)
_HERE = re.compile(r"\b(?:in|at|near|of|outside)\s$", re.IGNORECASE)


def find_teams(text: str, names: list[Name]) -> list[Name]:
    """The names, with towns that play as organizations where the text is a sports report."""
    if not is_sports_report(text):
        return names
    surnames = {fold(name.text.split()[-1]) for name in names if name.kind == PERSON and " " in name.text}
    towns = [
        name for name in names if name.kind in (PLACE, PERSON) and _may_play(name) and fold(name.text) not in surnames
    ]
    playing = {fold(name.text) for name in towns if _plays(text, name)}
    for name in towns:
        if fold(name.text) in playing and (_plays(text, name) or not _is_here(text, name)):
            name.kind, name.method, name.confidence = ORGANIZATION, "team", 0.65
    return names


def find_table_teams(text: str) -> list[Name]:
    """Names with points behind them in the tables of a sports report: Rovers 4 3 0 1 8 3 9, or Rovers 2 Wanderers 1."""
    rows = list(_TABLE_ROW.finditer(text)) if is_sports_report(text) else []
    if len(rows) < LEAST_ROWS or _CARD.search(text):
        return []
    return [
        name_at(text, *match.span(1), kind=ORGANIZATION, method="team", confidence=0.6)
        for match in rows
        if not is_never_name(match[1])
    ]


def is_sports_report(text: str) -> bool:
    """True when the text has many sports words, or several scores and some."""
    count = sum(word in _words("sport") for word in _LOWER.findall(text.lower()))
    return count >= LEAST_WORDS or (count >= 2 and len(_SCORE.findall(text)) >= LEAST_SCORES)


@cache
def _words(side: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("team_words.csv") if row["side"] == side)


def _may_play(name: Name) -> bool:
    """A place that is no country or region, or an unlisted word taken for a place."""
    places = find_places(name.text)
    if name.kind == PERSON:
        return bool(places) and " " not in name.text and places[0].level in ("city", "state")
    return not places or places[0].level in ("city", "state")


def _plays(text: str, name: Name) -> bool:
    before = text[max(0, name.start - 20) : name.start].split()
    after = text[name.end : name.end + 20].removeprefix("'s").split()
    if before and before[-1] in _words("before"):
        return True
    if _MEETS.search(text[max(0, name.start - 40) : name.start]) or _WHO.match(text, name.end):
        return True
    if _CLUB.fullmatch(name.text):
        return True
    return bool(after and after[0].strip(".,") in _words("after")) or _POINTS.match(text, name.end) is not None


def _is_here(text: str, name: Name) -> bool:
    return name.method == "dateline" or _HERE.search(text[max(0, name.start - 10) : name.start]) is not None
