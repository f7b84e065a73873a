"""Exactness on the seeds and the golden pages, and CPU per page, beside a yardstick that keeps long paragraphs.

On real press texts (headline and text, of ../shared/gold) it shows what is wrongly cut: headlines not found,
articles split in two, the share of words kept. Those texts still hold captions, credits and prompts: 1 is not the aim.

The yardstick keeps every paragraph of 15 words or more (the length rule of shallow text features, Kohlschütter 2010)
and takes the first line as the headline: what a simple script does with such pages.

With --rendered the real pages of ../shared/gold/extraction too, as plain text with all their furniture, by halves of
outlets (pages.py, render.py), and articles joined to one page (joined.py): some four CPU minutes.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import polars as pl

from assets.parsing.text import parse_text
from benchmarks.text_pages import joined, pages

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
GOLDEN = ROOT / "tests" / "golden" / "text"
YARDSTICK_WORDS = 15
ROUNDS = 5


@dataclass
class Page:
    text: str
    is_markdown: bool
    articles: list[tuple[str | None, str]]


@dataclass
class Score:
    articles: int = 0
    found: int = 0
    titles: int = 0
    bodies: int = 0
    f1: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def line(self, pages: int) -> str:
        return (
            f"{self.found}/{self.articles} articles | titles {self.titles} | bodies exact {self.bodies} | "
            f"body F1 {sum(self.f1) / len(self.f1):.3f} | {1000 * self.seconds / pages:.2f} ms CPU a page"
        )


def seeds() -> Iterator[Page]:
    if not SEEDS.is_dir():
        return
    articles = json.loads((SEEDS / "expected.json").read_text("utf-8"))["articles"]
    for name, group in groupby(articles, key=lambda a: a["file"]):
        wanted = [(a["title"], (SEEDS / a["body"]).read_text("utf-8")) for a in group]
        yield Page((SEEDS / "raw" / name).read_text("utf-8"), False, wanted)


def golden() -> Iterator[Page]:
    for path in sorted(GOLDEN.glob("*.json")):
        page = next(p for p in (path.with_suffix(".txt"), path.with_suffix(".md")) if p.exists())
        articles = json.loads(path.read_text("utf-8"))["articles"]
        wanted = [(a["title"], "\n\n".join(a["body"])) for a in articles]
        yield Page(page.read_text("utf-8"), page.suffix == ".md", wanted)


def ours(page: Page) -> list[tuple[str | None, str]]:
    record = parse_text(page.text, is_markdown=page.is_markdown)
    return [(article.title, article.body) for article in record.articles]


def yardstick(page: Page) -> list[tuple[str | None, str]]:
    lines = [line.strip() for line in page.text.split("\n") if line.strip()]
    return [(lines[0], "\n".join(line for line in lines[1:] if len(line.split()) >= YARDSTICK_WORDS))]


def measure(pages: list[Page], parse: Callable[[Page], list[tuple[str | None, str]]]) -> Score:
    score = Score()
    for page in pages:
        started = time.process_time()
        for _ in range(ROUNDS):
            found = parse(page)
        score.seconds += (time.process_time() - started) / ROUNDS
        score.articles += len(page.articles)
        score.found += min(len(found), len(page.articles))
        for number, (title, body) in enumerate(page.articles):
            got = found[number] if number < len(found) else (None, "")
            score.titles += got[0] == title
            score.bodies += "".join(got[1].split()) == "".join(body.split())
            score.f1.append(word_f1(got[1], body))
    return score


def press_texts(name: str, count: int = 400) -> str:
    """One line on how much of real articles is kept; no labels needed but their headlines."""
    table = pl.read_parquet(SEEDS.parent / "gold" / name).sample(count, seed=1)
    titles = splits = refused = 0
    kept: list[float] = []
    for title, text in table.select("title", "text").iter_rows():
        headline = " ".join((title or "").split())
        found = parse_text(f"{headline}\n\n{text}").articles
        refused += not found
        titles += bool(found) and found[0].title == headline
        splits += len(found) > 1
        kept += [len(found[0].body.split()) / max(1, len(text.split()))] if found else []
    return (
        f"headline kept {titles}/{count} | split {splits} | refused {refused} | words kept {sum(kept) / len(kept):.3f}"
    )


def word_f1(found: str, wanted: str) -> float:
    """F1 of the two bags of words."""
    one, other = Counter(re.findall(r"\w+", found)), Counter(re.findall(r"\w+", wanted))
    shared = sum((one & other).values())
    return 2 * shared / (sum(one.values()) + sum(other.values())) if shared else 0.0


def main() -> None:
    for name, known in (("seeds", list(seeds())), ("golden pages", list(golden()))):
        if not known:
            print(f"{name}: absent, skipped")
            continue
        for page in known[:3]:
            ours(page)
        print(f"{name}: {len(known)} pages")
        print(f"  ours       {measure(known, ours).line(len(known))}")
        print(f"  yardstick  {measure(known, yardstick).line(len(known))}")
    for name in ("near/articles.parquet", "stories/fnc.parquet"):
        if (SEEDS.parent / "gold" / name).is_file():
            print(f"press texts, {name}: {press_texts(name)}")
    if "--rendered" in sys.argv:
        for name in ("aeb", "fundus"):
            pages.report(name)
        joined.report()


if __name__ == "__main__":
    main()
