"""Index and query invented articles with our tables, with ILIKE, and with SQLite FTS5; CPU of this process.

`python -m benchmarks.search [articles] [warehouse folder to keep]`
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import mean

import duckdb
import polars as pl

from assets.contract.catalog import find_table
from assets.contract.frames import build_frame
from assets.warehouse.database import open_work_database
from assets.warehouse.owned_rows import own_rows, sync_owned
from assets.warehouse.publish import publish
from assets.warehouse.search import update_search
from assets.warehouse.workspace import Workspace, prepare
from benchmarks.corpus.articles import generate_articles

REPEATS = 3
# Words of each kind are those at these places in the list of words, the most frequent first.
RARE, MIDDLE, FREQUENT = (0.95, 0.9), (0.2, 0.21), (0.0, 0.0001)
_KEPT = ["article_id", "record_id", "is_embedded", "title", "body", "authors", "source_id", "word_count", "landed_on"]
_FIXED = {
    "published_precision": "none", "published_basis": "none", "extraction_confidence": 1.0, "version_number": 1,
    "is_latest_version": True, "is_canonical": True, "changes": [], "parser_version": "1",
}  # fmt: skip


def make_articles(count: int) -> pl.DataFrame:
    """Table articles, of the invented corpus."""
    articles, _ = generate_articles(count)
    rows = articles.select(_KEPT).iter_rows(named=True)
    return build_frame("articles", ({**row, **_FIXED} for row in rows))


def cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def choose_queries(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Two queries of each kind, from the words of the corpus."""
    frequencies = "select word from search_words inner join search_postings using (word_id) where len(word) > 1"
    words = [
        row[0] for row in connection.execute(f"{frequencies} group by word order by count(*) desc, word").fetchall()
    ]
    rare, middle, frequent = ([words[int(len(words) * at)] for at in kind] for kind in (RARE, MIDDLE, FREQUENT))
    return {
        "a rare word": rare,
        "a word of the middle": middle,
        "two of the middle": [" ".join(middle), f"{middle[1]} {rare[0]}"],
        "a very frequent word": frequent,
        "five very frequent words": [" ".join(words[:5]), " ".join(words[5:10])],
        "phrase of frequent words": [f'"{" ".join(frequent)}"', f'"{words[2]} {words[3]}"'],
        "phrase with a rarer word": [f'"{words[0]} {middle[0]}"', f'"{middle[1]} {words[3]}"'],
    }


def time_queries(queries: dict[str, list[str]], ask: Callable[[str], object]) -> dict[str, float]:
    """CPU milliseconds a query, by kind; the best of some repeats, as caches are warm in use."""
    return {
        kind: mean(min(cpu(lambda text=text: ask(text)) for _ in range(REPEATS)) for text in texts) * 1000
        for kind, texts in queries.items()
    }


def measure_ours(workspace: Workspace, articles: pl.DataFrame) -> Iterator[tuple[str, float]]:
    """Index CPU ms an article, loading apart; then the update when nothing, and when 500 articles, are new."""
    table = find_table("articles")
    with open_work_database(workspace) as connection:
        sync_owned(connection, table, own_rows(articles[:-500], "article_id"))
        yield "index, ms an article", cpu(lambda: update_search(connection)) / articles.height * 1000
        connection.execute("checkpoint")
        yield "update with nothing new, ms", cpu(lambda: update_search(connection)) * 1000
        sync_owned(connection, table, own_rows(articles, "article_id"))
        yield "500 more articles, ms an article", cpu(lambda: update_search(connection)) / 500 * 1000
    publish(workspace)
    yield "file, MB", workspace.published.stat().st_size / 1e6


def measure_sqlite(articles: pl.DataFrame, path: Path) -> tuple[float, Callable[[str], object]]:
    """Index CPU ms an article, and how to ask it."""
    connection = sqlite3.connect(path)
    connection.execute("create virtual table fts using fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')")
    rows = articles.select("title", "body").rows()
    build = cpu(lambda: (connection.executemany("insert into fts values (?, ?)", rows), connection.commit()))
    shown = "rowid, title, snippet(fts, 1, '', '', '…', 20)"
    best = f"select {shown} from fts where fts match ? order by bm25(fts, 3, 1) limit 10"
    return build / articles.height * 1000, lambda text: connection.execute(
        best, [text if '"' in text else text.replace(" ", " OR ")]
    ).fetchall()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary)
        workspace = Workspace(folder / "raw", folder / "warehouse", date(2026, 11, 16))
        prepare(workspace)
        articles = make_articles(count)
        print(f"{count:,} articles, {articles['word_count'].mean():.0f} words each")
        for name, figure in measure_ours(workspace, articles):
            print(f"broadsheet: {name:36} {figure:10.3f}")
        build, ask_sqlite = measure_sqlite(articles, folder / "fts.sqlite")
        print(f"SQLite FTS5: {'index, ms an article':35} {build:10.3f}")
        print(f"SQLite FTS5: {'file, MB':35} {(folder / 'fts.sqlite').stat().st_size / 1e6:10.3f}")
        with duckdb.connect(str(workspace.published), read_only=True) as connection:
            queries = choose_queries(connection)
            like = "select article_id, title from articles where body ilike ? limit 10"
            timed = {
                "broadsheet": time_queries(queries, lambda q: connection.execute("from search(?)", [q]).fetchall()),
                "ILIKE": time_queries(
                    queries, lambda q: connection.execute(like, [f"%{q.strip(chr(34))}%"]).fetchall()
                ),
                "FTS5": time_queries(queries, ask_sqlite),
            }
        print(f"{'CPU ms a query':28}" + "".join(f"{name:>12}" for name in timed))
        for kind in queries:
            print(f"{kind:28}" + "".join(f"{times[kind]:12.1f}" for times in timed.values()))


if __name__ == "__main__":
    main()
