"""Index and query invented articles with our tables, with ILIKE, and with SQLite FTS5; CPU seconds of this process."""

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from assets.contract.frames import build_frame
from assets.warehouse.load import load_tables
from assets.warehouse.publish import publish
from assets.warehouse.workspace import Workspace, prepare

WORDS_PER_ARTICLE = 500
QUERIES = ("w12 w345", "w77", '"w5 w9"', "w1000 w2000 w3000", "w4242")


def invent(count: int) -> pl.DataFrame:
    """Articles of made-up words with a Zipf-like distribution, the same on every machine."""
    draw = random.Random(7)
    rows = (
        {"article_id": f"{n:032x}", "title": text(draw, 8), "body": text(draw, WORDS_PER_ARTICLE)} for n in range(count)
    )
    fixed = {
        "record_id": "r", "is_embedded": False, "authors": [], "published_precision": "none", "published_basis": "none",
        "word_count": WORDS_PER_ARTICLE, "extraction_confidence": 1.0, "version_number": 1, "is_latest_version": True,
        "is_canonical": True, "changes": [], "landed_on": date(2026, 11, 16), "parser_version": "1",
    }  # fmt: skip
    return build_frame("articles", ({**row, **fixed} for row in rows))


def text(draw: random.Random, words: int) -> str:
    return " ".join(f"w{int(draw.paretovariate(0.6)) % 50_000}" for _ in range(words))


def cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def measure(folder: Path, count: int) -> Iterator[tuple[str, float, float]]:
    """Name, index CPU ms an article, query CPU ms."""
    articles = invent(count)
    workspace = Workspace(folder / "raw", folder / "wh", date(2026, 11, 16))
    prepare(workspace)
    load = cpu(lambda: load_tables(workspace, {"articles": articles}))
    publish(workspace)
    with duckdb.connect(str(workspace.published), read_only=True) as connection:
        ours = cpu(lambda: [connection.execute("from search(?)", [query]).fetchall() for query in QUERIES])
        like = "select article_id from articles where " + " and ".join(["body ilike ?"] * 2) + " limit 10"
        ilike = cpu(lambda: [connection.execute(like, [f"%{q.split()[0]} %", f"%{q}%"]).fetchall() for q in QUERIES])
    yield "broadsheet search (load and index)", load / count * 1000, ours / len(QUERIES) * 1000
    yield "ILIKE (no index)", 0.0, ilike / len(QUERIES) * 1000
    with sqlite3.connect(folder / "fts.sqlite") as sqlite:
        sqlite.execute("create virtual table fts using fts5(title, body)")
        rows = articles.select("title", "body").rows()
        build = cpu(lambda: (sqlite.executemany("insert into fts values (?, ?)", rows), sqlite.commit()))
        best = "select rowid from fts where fts match ? order by bm25(fts) limit 10"
        fts = cpu(lambda: [sqlite.execute(best, [query.replace(" ", " OR ")]).fetchall() for query in QUERIES])
    yield "SQLite FTS5", build / count * 1000, fts / len(QUERIES) * 1000


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        print(f"{count} articles of {WORDS_PER_ARTICLE} words; CPU ms")
        for name, index, query in measure(Path(folder), count):
            print(f"{name:36} index {index:8.3f} an article   query {query:8.1f}")


if __name__ == "__main__":
    main()
