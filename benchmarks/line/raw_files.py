"""Raw files of invented articles as a newsroom would drop them: JSON Lines and html pages, one folder a landing day."""

import html
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import orjson
import polars as pl

from benchmarks.corpus.articles import generate_articles

# One article in so many is a page of its own; the others stand in one file of lines per outlet and day.
PAGE_EVERY = 10
OUTLETS = 20

_GIVEN = [
    "Anna", "Boris", "Carla", "David", "Elena", "Frank", "Greta", "Hassan", "Ingrid", "James", "Karin", "Luis", "Maria",
    "Nadia", "Oscar", "Paula",
]  # fmt: skip
_PLACES = [
    "Lisbon", "Vienna", "Nairobi", "Toronto", "Hamburg", "Osaka", "Lima", "Oslo", "Warsaw", "Marseille", "Denver",
    "Cairo",
]  # fmt: skip
_BODIES = ["Harbour Authority", "Water Board", "Rail Union", "City Council", "Teachers League", "Energy Agency"]

Row = dict[str, object]


def make_rows(count: int, seed: int = 7) -> list[Row]:
    """Articles with event, source_id, title, body: texts of benchmarks/corpus, with people, places and quotations."""
    articles, _ = generate_articles(count, seed)
    rows = articles.select("event", "title", "body", outlet=pl.col("source_id").str.extract(r"(\d+)").cast(pl.Int64))
    return [_with_voices(row) for row in rows.iter_rows(named=True)]


def _with_voices(row: Row) -> Row:
    """The article with a paragraph in which people of its event speak, the same ones in all its reports."""
    event, outlet = int(row["event"]), int(row["outlet"]) % OUTLETS
    given, place, board = _GIVEN[event % 16], _PLACES[event % 12], _BODIES[event // 7 % 6]
    surname = str(row["title"]).split(" ", 1)[0].capitalize() + "sen"
    first, second = str(row["body"]).split(". ", 2)[:2]
    voices = f'"{first}," said {given} {surname}, head of the {place} {board}. {surname} added that {second.lower()}.'
    return {
        **row,
        "outlet": f"outlet-{outlet}",
        "title": f"{place}: {row['title']}",
        "body": f"{row['body']}\n\n{voices}",
    }


def write_day(raw: Path, day: date, rows: list[Row]) -> None:
    """Write one landing day's files below the raw folder."""
    folder = raw / str(day)
    folder.mkdir(parents=True, exist_ok=True)
    pages = {number: row for number, row in enumerate(rows) if number % PAGE_EVERY == 0}
    for number, row in pages.items():
        (folder / f"page-{number}.html").write_text(_page(row, day, number), encoding="utf-8")
    for outlet, lines in _lines(day, rows, pages):
        (folder / f"{outlet}.jsonl").write_bytes(b"\n".join(lines))


def _lines(day: date, rows: list[Row], pages: dict[int, Row]) -> Iterator[tuple[str, list[bytes]]]:
    by_outlet: dict[str, list[bytes]] = {}
    for number, row in enumerate(rows):
        if number not in pages:
            by_outlet.setdefault(str(row["outlet"]), []).append(orjson.dumps(_record(row, day, number)))
    yield from by_outlet.items()


def _record(row: Row, day: date, number: int) -> Row:
    return {
        "url": f"https://{row['outlet']}.example/{day}/{number}",
        "site_name": row["outlet"],
        "headline": row["title"],
        "body": row["body"],
        "published_at": f"{day}T{number % 24:02}:00:00Z",
    }


def _page(row: Row, day: date, number: int) -> str:
    record = {key: html.escape(str(value)) for key, value in _record(row, day, number).items()}
    paragraphs = "\n".join(f"<p>{text}</p>" for text in record["body"].split("\n\n"))
    return f"""<!doctype html><html lang="en"><head><title>{record["headline"]}</title>
<link rel="canonical" href="{record["url"]}"><meta property="og:site_name" content="{record["site_name"]}">
<meta property="article:published_time" content="{record["published_at"]}"></head><body><nav><a href="/">Home</a></nav>
<article><h1>{record["headline"]}</h1>
{paragraphs}
</article><footer>All rights reserved</footer></body></html>"""
