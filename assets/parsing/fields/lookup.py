"""Finding an article's fields in a JSON object, whatever they are called.

What a value means is read in values.py.
"""

import csv
import re
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

MAX_DEPTH = 3
MAX_KEYS = 200_000
# No field that articles have is called by a longer name.
MAX_KEY_CHARS = 60
_SEPARATORS = re.compile(r"[\s_\-:.]+")
# Objects that wrap the article itself ({"article": {...}}, {"data": {...}}).
_WRAPPERS = (
    "article",
    "data",
    "item",
    "entry",
    "post",
    "record",
    "result",
    "fields",
    "doc",
    "node",
    "_source",
    "story",
    "news",
    "attributes",
)


@lru_cache(maxsize=1)
def _names() -> dict[str, list[tuple[str, str | None]]]:
    """Field -> (key, key inside it or None), best first."""
    path = Path(__file__).parent / "data" / "field_names.csv"
    found: dict[str, list[tuple[str, str | None]]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            key, _, inner = row["name"].partition(".")
            found.setdefault(row["field"], []).append((key, inner or None))
    return found


def fold_key(key: str) -> str:
    """A key as it is compared: lower case, without separators."""
    return _SEPARATORS.sub("", key.lower())


class Fields:
    """The fields of one JSON object and of the objects that wrap them."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.levels = [_folded(level) for level in _unwrap(record)]

    def values(self, field: str) -> list[tuple[str, Any]]:
        """(key, value) of a field under all its names, best name first; empty values are left out."""
        found: list[tuple[str, Any]] = []
        for key, inner in _names()[field]:
            for level in self.levels:
                value = level.get(key)
                if inner is not None:
                    value = value.get(inner) if isinstance(value, dict) else None
                if value not in (None, "", [], {}):
                    found.append((key if inner is None else f"{key}.{inner}", _main_one(value)))
        return found

    def origin(self) -> str:
        """What kind of file the record came from: json, csv, feed, mail, warc or parquet."""
        value = self.levels[0].get("origin")
        return value if isinstance(value, str) else "json"


def _main_one(value: Any) -> Any:
    """Of values with roles (ninjs: headlines, bodies) the main one, else the first; anything else as it is."""
    if not (isinstance(value, list) and all(isinstance(item, dict) and "role" in item for item in value)):
        return value
    return next((item for item in value if item["role"] == "main"), value[0])


def _unwrap(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The object, and the objects that it wraps under a usual name, outermost first."""
    levels, current = [record], record
    for _ in range(MAX_DEPTH):
        inner = next((current[key] for key in _WRAPPERS if isinstance(current.get(key), dict)), None)
        if inner is None:
            break
        levels.append(inner)
        current = inner
    return levels


def _folded(record: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in islice(record.items(), MAX_KEYS):
        if len(key) <= MAX_KEY_CHARS:
            found.setdefault(fold_key(key), value)
    return found
