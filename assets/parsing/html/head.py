"""Meta and link elements as a plain lookup. Which value wins is decided by the field modules."""

import csv
from collections.abc import Iterable
from pathlib import Path

from assets.parsing.html.blocks import Page
from assets.parsing.html.plain_values import plain_text

MAX_META = 2_000
MAX_VALUES = 50
MAX_VALUE_CHARS = 10_000


def _load_names() -> dict[str, list[str]]:
    path = Path(__file__).parent / "data" / "meta_names.csv"
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            found.setdefault(row["field"], []).append(row["name"])
    return found


# Field (published, modified, authors, section) -> names of meta elements, best first.
META_NAMES = _load_names()


class Head:
    """The head's named values, lower-case names, in document order."""

    def __init__(self, page: Page) -> None:
        self.values: dict[str, list[str]] = {}
        for meta in page.meta[:MAX_META]:
            name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
            content = meta.get("content")
            if name and content:
                kept = self.values.setdefault(name.strip().lower(), [])
                if len(kept) < MAX_VALUES:
                    kept.append(content[:MAX_VALUE_CHARS])
        self.links = page.links[:MAX_META]

    def first(self, *names: str) -> str | None:
        """The first value that is not blank, of the first name that has one."""
        return next((text for _, text in self.all(names)), None)

    def all(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """Every (name, value) for the names, in the names' order."""
        return [(name, text) for name in names for value in self.values.get(name, ()) if (text := plain_text(value))]

    def link(self, relation: str) -> str | None:
        """Address of the first link element with a relation (canonical, amphtml)."""
        for link in self.links:
            if relation in (link.get("rel") or "").lower().split() and link.get("href"):
                return link["href"]
        return None
