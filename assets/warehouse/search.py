"""Full-text search in plain SQL: no extension, so it works offline and in any DuckDB client.

Put here: keeping the index in line with the articles. Keep out: how texts become postings (search_postings.py).
"""

from pathlib import Path

import duckdb
import numpy as np
import polars as pl

from assets.contract.catalog import SQL_DIR
from assets.warehouse.search_postings import MAX_ARTICLES, POSTING, make_postings, read_words

# Text that is indexed at one time: some six times as much memory is used for it.
BATCH_BYTES = 64_000_000
# So many short articles are a batch, too; it may be one more, as the last begins inside it.
_FULL_ARTICLES = MAX_ARTICLES - 1
# Words are text for so many articles at a time, then numbers.
_SLICE_ARTICLES = 1_000
# A search opens every batch once for each of its words: this many small ones are the most it is given.
MAX_SMALL_BATCHES = 32

WORD_COLUMNS = ["word", "word_id", "article_count"]

_BATCHES = """
with
    sized as (select document, greatest(bytes, ?) as size from search_new),
    reached as (select document, size, sum(size) over (order by document) as until from sized)
select min(document), max(document) + 1, sum(size)::bigint from reached group by (until - size) // ? order by 1
"""

_TEXTS = """
select search_new.document, coalesce(title, '') as title, body
from search_new
inner join articles using (article_id)
where search_new.document >= ? and search_new.document < ?
order by search_new.document
"""

_COLUMNS = """
select column_name
from duckdb_columns()
where database_name = current_database() and table_name = ?
order by column_index
"""


def update_search(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the index in line with table `articles`; only articles that are new or changed are read word by word."""
    _forget_other_forms(connection)
    connection.execute(_sql("1_tables"))
    connection.execute(_sql("2_changes"))
    for first, end, size in connection.execute(_BATCHES, [BATCH_BYTES // _FULL_ARTICLES, BATCH_BYTES]).fetchall():
        _add_batch(connection, first, end, is_large=size > BATCH_BYTES // 2)
    small = connection.execute("select count(*) from search_batches where not is_merged").fetchall()[0][0]
    if small > MAX_SMALL_BATCHES:
        connection.execute(_sql("5_merge"))
    connection.execute(_sql("6_refresh"))


def create_search(connection: duckdb.DuckDBPyConnection) -> None:
    """Give readers the table macro `search`."""
    connection.execute(_sql("7_macro"))


def _forget_other_forms(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop an index whose words or postings have other columns: it is made anew."""
    for table, columns in (("search_words", WORD_COLUMNS), ("search_postings", POSTING)):
        found = [row[0] for row in connection.execute(_COLUMNS, [table]).fetchall()]
        if found not in ([], columns):
            for part in ("words", "postings", "articles", "batches"):
                connection.execute(f"drop table if exists search_{part}")


def _add_batch(connection: duckdb.DuckDBPyConnection, first: int, end: int, *, is_large: bool) -> None:
    batch = read_words(connection.sql(_TEXTS, params=[first, end]).pl().iter_slices(_SLICE_ARTICLES))
    connection.register("batch_postings", make_postings(batch, _number_words(connection, batch.vocabulary)))
    connection.execute("insert into search_postings from batch_postings")
    connection.register("batch_lengths", batch.lengths.to_arrow())
    connection.execute(_sql("4_articles"))
    connection.execute("insert into search_batches values (?, ?)", [first, is_large])
    for name in ("batch_words", "batch_postings", "batch_lengths"):
        connection.unregister(name)


def _number_words(connection: duckdb.DuckDBPyConnection, vocabulary: pl.Series) -> np.ndarray:
    """The word_id of each word, once folded."""
    places = pl.DataFrame({"place": pl.int_range(len(vocabulary), eager=True), "written": vocabulary})
    connection.register("batch_words", places.to_arrow())
    connection.execute(_sql("3_words"))
    return connection.sql("select word_id from batch_numbers order by place").pl()["word_id"].to_numpy()


def _sql(name: str) -> str:
    return Path(SQL_DIR / "search" / f"{name}.sql").read_text(encoding="utf-8")
