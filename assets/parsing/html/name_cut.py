"""Where a name ends: before a role, a place, an agency, a date, an outlet's initials.

Splitting a value into names is in name_values.py.
"""

import re

from assets.parsing.agencies import find_agency
from assets.parsing.dates import find_dates, find_relative
from assets.parsing.html.name_labels import starts_with_time
from assets.parsing.html.name_words import is_given_name, is_listed
from assets.parsing.markers import fold, starts_with, word_set

EDGES = " .,:;-–—|/\"'“”«»*\u200b"
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 300
# "on Friday, " and its like at the end of what stands before a date.
_BEFORE_DAY = re.compile(
    r"(?:\s+(?:on|am|vom|le|el|il|em|op|den|der)|\s*[»|,·–-])(?:\s*[^\W\d_]{2,12}\.?,?)?\s*$", re.IGNORECASE
)
_JUNIOR = re.compile(r"\b([JS]r)\.(?=[\s,;/]*$)")


def cut_name(part: str) -> str:
    """The part up to where its name ends: before "in Paris", a role, an agency, a date or a time."""
    words = part.strip(EDGES).split()
    for position in range(2, len(words)):
        rest = words[position:]
        if _ends_before(rest) or _is_acronym(rest[0], words[:position]) or _leaves_capitals(rest[0], words[:position]):
            words = words[:position]
            break
    name = " ".join(_without_roles(words)).strip(EDGES)
    return f"{name}." if _JUNIOR.search(part) and name.endswith(("Jr", "Sr")) else name


def before_date(text: str) -> str:
    """A line that begins like a byline, up to its date: "Posted by Anna Berg on Friday, 3 March 2011 | 2 comments"."""
    taken = starts_with("byline", text)
    dates = find_dates(text[:_LONGEST_LINE]) if taken and _DIGIT.search(text) else []
    if not dates or dates[0].start <= taken:
        return text
    return _BEFORE_DAY.sub("", text[: dates[0].start])


def _ends_before(rest: list[str]) -> bool:
    head = rest[0].casefold()
    tail = " ".join(rest)
    return (
        (is_listed("after", head) and (rest[0].islower() or (is_listed("after_capital", head) and len(rest) > 1)))
        or is_listed("after", " ".join(rest[:2]))
        or is_listed("tail", head.strip(EDGES))
        or any(character.isdigit() for character in head)
        or (find_agency(tail) is not None)
        or (_DIGIT.search(tail) is not None and starts_with_time(tail))
        or find_relative(tail) == (0, len(tail))
    )


def _is_acronym(word: str, name: list[str]) -> bool:
    """True for an outlet's initials after a name in mixed case ("Anna Berg XYZ News"); "III" is a part of the name."""
    letters = word.strip(EDGES)
    is_short = 2 < len(letters) <= 4 and letters.isupper() and letters.isalpha()
    return is_short and letters != "III" and any(part[-1:].islower() for part in name)


def _leaves_capitals(word: str, name: list[str]) -> bool:
    """True for a word in mixed case after a name all in capitals: "ANNA BERG City Hall Reporter"."""
    return word.istitle() and all(part.isupper() and len(part) > 2 for part in name)


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
