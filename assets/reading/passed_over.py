"""What is never an article by its name: temporary and hidden files, litter, and in archives also programs and media.

The lists are data/passed_over_names.txt and data/never_articles.txt.
"""

import re
from fnmatch import translate
from functools import cache
from pathlib import Path, PurePosixPath

_DATA = Path(__file__).parent / "data"


def passed_over_reason(name: str) -> str | None:
    """The reason code for a file or folder name that is not looked into; None for every other name."""
    found = _pattern().match(name.lower())
    return _entries()[(found.lastindex or 1) - 1][1] if found else None


def is_passed_over_member(path: str) -> bool:
    """True for an archive member that can be no article: any part of its path is passed over, or its kind is."""
    parts = path.split("/")
    return (
        any(passed_over_reason(part) for part in parts if part) or PurePosixPath(parts[-1].lower()).suffix in _kinds()
    )


@cache
def _entries() -> list[tuple[str, str]]:
    rows = [line.partition("\t") for line in _lines("passed_over_names.txt")]
    return [(pattern, reason) for pattern, _, reason in rows]


@cache
def _kinds() -> frozenset[str]:
    return frozenset(_lines("never_articles.txt"))


@cache
def _pattern() -> re.Pattern[str]:
    """All patterns as one expression, a group each, so that a name is looked at once."""
    return re.compile("|".join(f"({translate(pattern)})" for pattern, _ in _entries()))


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]
