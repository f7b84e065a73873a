"""Real gold pages rendered to plain text and parsed from the text alone: body, fields, wrong splits, refusals.

Put here: the run over pages and manners, and its scores. Keep out: the renderers (render.py).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from assets.parsing.language import detect_language
from assets.parsing.text import parse_text
from benchmarks.extraction.gold import GoldPage, outlet_half, read_gold
from benchmarks.extraction.metrics import (
    BodyScore,
    days_apart,
    same_authors,
    same_title,
    score_body,
    shingles,
    tokens,
    total_bodies,
)
from benchmarks.text_pages.render import MANNERS, render

YARDSTICK_WORDS = 15
# Pages whose text holds less of the article's 4-grams (it comes by script, or is cut by a wall) say nothing here.
LEAST_HELD = 0.9


@dataclass
class Reading:
    """What was read from one text."""

    bodies: list[str] = field(default_factory=list)
    subtitle: str | None = None
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    day: date | None = None


@dataclass
class Tally:
    """Scores of one manner; the body's standfirst counts as body where the gold has it there."""

    scores: list[BodyScore] = field(default_factory=list)
    titles: list[bool] = field(default_factory=list)
    authors: list[bool] = field(default_factory=list)
    days: list[int | None] = field(default_factory=list)
    languages: list[bool] = field(default_factory=list)
    split: int = 0
    refused: int = 0

    def line(self, name: str) -> str:
        totals = total_bodies(self.scores)
        dates = _share(day == 0 for day in self.days), _share(day is not None and day > 1 for day in self.days)
        return (
            f"{name:22} F1 {totals.f1:.3f} (p {totals.precision:.3f} r {totals.recall:.3f}) exact {totals.exact:.3f} "
            f"title {_share(self.titles):.3f} authors {_share(self.authors):.3f} date {dates[0]:.3f} "
            f"wrong {dates[1]:.3f} language {_share(self.languages):.3f} split {self.split} refused {self.refused}"
        )


def rendered(name: str, half: int | None, every: int = 1) -> Iterator[tuple[GoldPage, str, str]]:
    """(page, manner, text) for each page whose text holds its article."""
    for page in read_gold(name, every):
        if half is not None and outlet_half(page.url) != half:
            continue
        for manner in MANNERS:
            text = render(page.html, manner)
            if manner == MANNERS[0] and not _holds(text, page.body):
                break
            yield page, manner, text


def _holds(text: str, body: str) -> bool:
    wanted = shingles(tokens(body))
    return sum((wanted & shingles(tokens(text))).values()) >= LEAST_HELD * sum(wanted.values())


def read_ours(text: str, manner: str) -> Reading:
    found = parse_text(text, is_markdown=manner == "markdown").articles
    if not found:
        return Reading()
    first = found[0]
    day = first.published_at.date() if first.published_at else None
    return Reading([a.body for a in found], first.subtitle, first.title, first.authors, day)


def read_long_lines(text: str, manner: str) -> Reading:
    """The yardstick: paragraphs of 15 words and more (with hard wraps undone), the first line as headline."""
    paragraphs = [
        " ".join(part.split())
        for part in (text.split("\n\n") if manner in {"markdown", "wrapped"} else text.split("\n"))
    ]
    kept = [line for line in paragraphs if len(line.split()) >= YARDSTICK_WORDS]
    return Reading(["\n".join(kept)] if kept else [], title=next(filter(None, paragraphs), None))


def score(page: GoldPage, found: Reading, tally: Tally) -> BodyScore:
    body = found.bodies[0] if found.bodies else ""
    with_subtitle = f"{found.subtitle}\n\n{body}" if found.subtitle else body
    scores = [score_body(page.body, shown) for shown in (body, with_subtitle)]
    best = max(scores, key=lambda s: (s.is_exact, s.precision + s.recall))
    tally.scores.append(best)
    tally.split += len(found.bodies) > 1
    tally.refused += not found.bodies
    if page.title:
        tally.titles.append(same_title(page.title, found.title))
        tally.authors.append(same_authors(page.authors, found.authors))
    if page.day:
        tally.days.append(days_apart(page.day, found.day))
    if page.language:
        tally.languages.append((detect_language(body)[0] or "")[:2] == page.language if body else False)
    return best


def measure(name: str, half: int | None, every: int) -> dict[tuple[str, str], Tally]:
    """Tallies by (manner, reader)."""
    readers: dict[str, Callable[..., Reading]] = {"ours": read_ours, "yardstick": read_long_lines}
    tallies: dict[tuple[str, str], Tally] = {}
    for page, manner, text in rendered(name, half, every):
        for reader, read in readers.items():
            score(page, read(text, manner), tallies.setdefault((manner, reader), Tally()))
    return tallies


def report(name: str, every: int = 1) -> None:
    for half in (0, 1):
        tallies = measure(name, half, every)
        if not tallies:
            print(f"{name}: no gold here, left out")
            return
        pages = len(next(iter(tallies.values())).scores)
        print(f"{name}, half {half} of the outlets: {pages} pages whose text holds the article")
        for reader in ("ours", "yardstick"):
            for manner in MANNERS:
                print(f"  {tallies[manner, reader].line(f'{reader} {manner}')}")


def _share(values: Iterable[bool]) -> float:
    taken = list(values)
    return sum(taken) / max(1, len(taken))
