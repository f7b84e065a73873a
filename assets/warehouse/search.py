"""Full-text search in plain SQL: no extension, so it works offline and in any DuckDB client.

Put here: keeping the index in line with the articles. Keep out: how texts become postings (search_postings.py).
"""

from pathlib import Path

import duckdb
import polars as pl

from assets.contract.catalog import SQL_DIR
from assets.warehouse.search_postings import POSTING, Batch, make_postings, read_words

# Bounds the words that are in memory at one time.
BATCH_ARTICLES = 20_000
# A search opens every batch once for each of its words: this many small ones are the most it is given.
MAX_SMALL_BATCHES = 32

_TEXTS = """
select search_new.document, lower(strip_accents(coalesce(title, ''))) as title, lower(strip_accents(body)) as body
from search_new
inner join articles using (article_id)
where search_new.document >= ? and search_new.document < ?
order by search_new.document
"""

_COLUMNS = """
select column_name
from duckdb_columns()
where database_name = current_database() and table_name = 'search_postings'
order by column_index
"""


def update_search(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the index in line with table `articles`; only articles that are new or changed are read word by word."""
    _forget_other_forms(connection)
    connection.execute(_sql("1_tables"))
    connection.execute(_sql("2_changes"))
    first, last = connection.execute("select min(document), max(document) from search_new").fetchall()[0]
    for start in range(first, last + 1, BATCH_ARTICLES) if first is not None else ():
        _add_batch(connection, start)
    small = connection.execute("select count(*) from search_batches where not is_merged").fetchall()[0][0]
    if small > MAX_SMALL_BATCHES:
        connection.execute(_sql("5_merge"))
    connection.execute(_sql("6_refresh"))


def create_search(connection: duckdb.DuckDBPyConnection) -> None:
    """Give readers the table macro `search`."""
    connection.execute(_sql("7_macro"))


def _forget_other_forms(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop an index whose postings have other columns: it is made anew."""
    found = connection.execute(_COLUMNS).fetchall()
    if found and [row[0] for row in found] != POSTING:
        for table in ("search_words", "search_postings", "search_articles", "search_batches"):
            connection.execute(f"drop table if exists {table}")


def _add_batch(connection: duckdb.DuckDBPyConnection, start: int) -> None:
    texts = connection.sql(_TEXTS, params=[start, start + BATCH_ARTICLES]).pl()
    batch = read_words(texts)
    postings = make_postings(batch, _number_words(connection, batch))
    connection.register("batch_postings", postings)
    connection.execute("insert into search_postings from batch_postings")
    connection.register("batch_lengths", batch.lengths.to_arrow())
    connection.execute(_sql("4_articles"))
    connection.execute("insert into search_batches values (?, ?)", [start, texts.height == BATCH_ARTICLES])
    for name in ("batch_words", "batch_postings", "batch_lengths"):
        connection.unregister(name)


def _number_words(connection: duckdb.DuckDBPyConnection, batch: Batch) -> pl.DataFrame:
    """word and word_id of every word of the batch, by word_id."""
    connection.register("batch_words", pl.DataFrame({"word": batch.words.unique()}).to_arrow())
    connection.execute(_sql("3_words"))
    numbered = "select word, word_id from batch_words inner join search_words using (word) order by word_id"
    return connection.sql(numbered).pl()


def _sql(name: str) -> str:
    return Path(SQL_DIR / "search" / f"{name}.sql").read_text(encoding="utf-8")
