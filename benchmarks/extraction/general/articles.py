"""Our own invented articles: front matter and a small part of Markdown, read into blocks.

Put here: what an article says. Keep out: how a page shows it (pages.py), scores (score.py).
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent / "articles"
_MARKS = re.compile(r"\*\*|(?<!\w)\*|\*(?!\w)|`")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_FIGURE = re.compile(r'!\[([^\]]*)\]\((\S+) "([^"]+)"\)')
_ITEM = re.compile(r"(?:[-]|\d+\.) ")


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a text; kind is p, h2, ul, ol, quote, table or figure. A table's row is one line, cells by " | "."""

    kind: str
    lines: list[str]

    @property
    def shown(self) -> list[str]:
        """The words that a reader sees, one string a line; a figure has only its caption."""
        return [_MARKS.sub("", _LINK.sub(r"\1", line)) for line in self.lines]


@dataclass(frozen=True, slots=True)
class Article:
    slug: str
    title: str
    language: str
    day: date
    author: str | None
    subtitle: str | None
    tags: list[str]
    source: str
    parts: list[Part] = field(default_factory=list)

    @property
    def body(self) -> list[str]:
        """The lines of the text, without captions."""
        lines = [line for part in self.parts if part.kind != "figure" for line in part.shown]
        return [cell for line in lines for cell in line.split(" | ")]

    @property
    def captions(self) -> list[str]:
        return [line for part in self.parts if part.kind == "figure" for line in part.shown]


def read_articles() -> list[Article]:
    """All articles, by file name."""
    return [_read(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.md"))]


def _read(content: str) -> Article:
    head, source = content.removeprefix("---\n").split("\n---\n", 1)
    told = {key: value.strip() for key, _, value in (line.partition(":") for line in head.splitlines())}
    return Article(
        slug=told["slug"],
        title=told["title"],
        language=told["lang"],
        day=date.fromisoformat(told["date"]),
        author=told.get("author") or None,
        subtitle=told.get("subtitle") or None,
        tags=[tag.strip() for tag in told["tags"].split(",")],
        source=source.strip(),
        parts=[_part(piece.splitlines()) for piece in source.strip().split("\n\n")],
    )


def _part(lines: list[str]) -> Part:
    first = lines[0]
    if figure := _FIGURE.match(first):
        return Part("figure", [figure[3]])
    if first.startswith("## "):
        return Part("h2", [first[3:]])
    if first.startswith("> "):
        return Part("quote", [" ".join(line.removeprefix("> ") for line in lines)])
    if first.startswith("|"):
        return Part("table", [line.strip("| ") for line in lines if not line.startswith("|-")])
    if _ITEM.match(first):
        return Part("ul" if first[0] == "-" else "ol", [_ITEM.sub("", line, count=1) for line in lines])
    return Part("p", [" ".join(lines)])
