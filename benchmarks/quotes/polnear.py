"""PolNeAR's brat annotation as gold quotations. Keep out: our own rules, so that gold and result stay apart."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

MIN_WORDS = 3
_QUOTED = re.compile(r"“([^“”\n]+)(?:”|(?=\n))|\"([^\"\n]*)(?:\"|(?=\n))|''([^\n]*?)(?:''|(?=\n))")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True)
class GoldQuote:
    start: int
    end: int
    speakers: list[tuple[list[tuple[int, int]], str]]  # spans and text of each source


@dataclass(frozen=True)
class GoldArticle:
    article_id: str
    text: str
    quotes: list[GoldQuote]
    contents: list[tuple[int, int]]


def read_gold(path: Path) -> list[GoldArticle]:
    return [_read_article(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def count_words(text: str) -> int:
    return len(_WORD.findall(text))


def _read_article(row: dict[str, str]) -> GoldArticle:
    spans, events = {}, []
    for line in row["ann"].split("\n"):
        name, *rest = line.split("\t")
        if name.startswith("T"):
            label, _, offsets = rest[0].partition(" ")
            bounds = [tuple(map(int, part.split())) for part in offsets.split(";")]
            spans[name] = (label, bounds, rest[1] if len(rest) > 1 else "")
        elif name.startswith("E"):
            events.append([pair.split(":") for pair in rest[0].split()])
    quotes = [quote for event in events for quote in _quotes_of(event, spans, row["text"])]
    contents = [bounds for label, parts, _ in spans.values() if label == "Content" for bounds in parts]
    return GoldArticle(row["id"], row["text"], sorted(quotes, key=lambda q: (q.start, q.end)), contents)


def _quotes_of(event: list[list[str]], spans: dict, text: str) -> list[GoldQuote]:
    """Segments of at least three words in quotation marks inside the event's content."""
    sources = [spans[t][1:] for role, t in event if role.startswith("Source") and t in spans]
    found = []
    for role, target in event:
        for start, end in spans[target][1] if role.startswith("Content") else ():
            for match in _QUOTED.finditer(text, max(0, start - 1), end + 1):
                if count_words(match[match.lastindex]) >= MIN_WORDS:
                    found.append(GoldQuote(*match.span(match.lastindex), sources))
    return found
