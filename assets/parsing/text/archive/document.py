"""A document of a press archive's export: which lines are its title and text, and what its labels say.

Put here: that, and what all formats share. Keep out: the formats (labels.py, tags.py, display.py).
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from assets.parsing.dates import find_dates
from assets.parsing.markers import fold, list_phrases

_RIGHTS = re.compile(
    r"(?:copyright\b|©|\(c\)\s)|.{0,60}\b(?:all rights reserved|alle rechte vorbehalten)", re.IGNORECASE
)
_INVERTED = re.compile(r"([^\W\d_][\w'’-]+),\s+([^\W\d_][\w.'’ -]+)")


@dataclass
class Document:
    """Positions of the lines of the title and the body, values by field, and the kind of every other labelled line."""

    title: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)

    def first(self, name: str) -> str:
        """The first value of a field; empty when it is not given."""
        return next(iter(self.values.get(name, [])), "")

    def add(self, name: str, value: str) -> None:
        """File a value; an author's inverted name ("Berg, Anna") is set right."""
        inverted = _INVERTED.fullmatch(value) if name == "author" else None
        self.values.setdefault(name, []).append(f"{inverted[2]} {inverted[1]}" if inverted else value)

    def go_on(self, name: str, value: str) -> None:
        """A line that goes on with the last value of a field."""
        known = self.values.setdefault(name, [""])
        known[-1] = f"{known[-1]} {value}".strip()


@lru_cache(maxsize=1)
def field_labels() -> dict[str, str]:
    """Folded label -> the field that it names, of data/markers.txt."""
    fields = list_phrases("archive", "line")
    return {fold(label): name for name, labels in fields.items() for label in labels}


def is_rights_line(text: str) -> bool:
    """True for "Copyright 2021 Harbor Post", "All Rights Reserved"."""
    return len(text) <= 200 and _RIGHTS.match(text) is not None


def has_day(text: str) -> bool:
    """True for a short line that holds a date that can be read."""
    return len(text) <= 80 and any(reading.at and reading.precision != "month" for reading in find_dates(text))
