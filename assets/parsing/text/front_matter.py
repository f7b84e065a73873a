"""The data block at the head of a file: "---" with keys and values, "+++", or plain "Title: ..." lines.

Put here: an own small reader of scalar keys; nothing is executed or resolved. Keep out: what fields mean (fields.py).
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from assets.parsing.markers import list_phrases

_MOST_LINES = 300
_LONGEST_KEY = 40
_LONGEST_VALUE = 2000
_PAIR = re.compile(r"\s*[\"']?([^\W\d][\w .-]{0,38}?)[\"']?\s*[:=]\s*(.*)$")
_INERT = ("&", "*", "!", "{", "|", ">", "@", "`", "%")


@dataclass
class FrontMatter:
    """Values by field name (title, date, author, ...), each with its items; `end` is where the text proper starts."""

    values: dict[str, list[str]] = field(default_factory=dict)
    end: int = 0

    def first(self, name: str) -> str | None:
        """The first value of a field; None when it is not given."""
        return next(iter(self.values.get(name, [])), None)


@lru_cache(maxsize=1)
def _field_names() -> dict[str, str]:
    return {alias.casefold(): name for name, aliases in list_phrases("field", "line").items() for alias in aliases}


def read_front_matter(text: str) -> FrontMatter:
    """The data block at the head of the text; empty with `end` 0 when there is none."""
    head = text[:100_000]
    fence = re.match(r"\ufeff?\s*(---|\+\+\+)[ \t]*\n", head)
    if fence:
        close = re.compile(rf"^(?:{re.escape(fence[1])}|\.\.\.)[ \t]*$", re.MULTILINE).search(head, fence.end())
        if close and head.count("\n", 0, close.start()) <= _MOST_LINES:
            values = _read_lines(head[fence.end() : close.start()].split("\n"))
            return FrontMatter(values, close.end())
    return _read_plain(head, fence.end() if fence else 0, least=1 if fence else 2)


def _read_lines(lines: list[str]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    current: str | None = None
    for line in lines:
        item = re.match(r"\s*-\s+(.*)$", line)
        if item and current:
            values.setdefault(current, []).extend(_scalars(item[1]))
        elif not line.startswith((" ", "\t")) and (pair := _PAIR.match(line)):
            current = _field_names().get(pair[1].strip().casefold())
            if current:
                values.setdefault(current, []).extend(_scalars(pair[2]))
    return {name: found for name, found in values.items() if found}


def _scalars(value: str) -> list[str]:
    """The value as a list of plain strings; anchors, aliases, tags and nested values give nothing."""
    value = value.strip()[:_LONGEST_VALUE]
    if value.startswith("[") and value.endswith("]"):
        return [s for part in value[1:-1].split(",") for s in _scalars(part)]
    if not value or value.startswith(_INERT) or value.casefold() in {"null", "~", "none", "[]"}:
        return []
    if value[0] in "\"'":
        closing = value.find(value[0], 1)
        return [value[1:closing].strip()] if closing > 1 else []
    return [value.split(" #")[0].strip()]


def _read_plain(head: str, position: int, least: int) -> FrontMatter:
    """ "Title: ..." lines at the head of a text that has no fence; they count when there are two, or a title."""
    found = FrontMatter(end=0)
    for _ in range(30):
        stop = head.find("\n", position)
        line = head[position : stop if stop >= 0 else len(head)]
        pair = _PAIR.match(line) if ":" in line[: _LONGEST_KEY + 2] else None
        name = _field_names().get(pair[1].strip().casefold()) if pair else None
        if line.strip() and (pair is None or name is None):
            break
        if pair is not None and name == "body":
            found.end = position + pair.start(2)
            break
        if pair is not None and name is not None:
            found.values.setdefault(name, []).extend(_scalars(pair[2]))
            found.end = stop if stop >= 0 else len(head)
        if stop < 0:
            break
        position = stop + 1
    is_enough = len(found.values) >= least or "title" in found.values
    return found if is_enough else FrontMatter()
