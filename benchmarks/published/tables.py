"""What the published tables say of each labelled record. Keep out: how it is scored."""

import duckdb
import polars as pl

_FIRST = """
    select parse_filename(path) file, path.split('/')[-2] folder, ordinal, articles.*, sources.name source_name
    from files join record_files using (file_id) join articles using (record_id) left join sources using (source_id)
    where not is_embedded and status = 'parsed'
    order by path, ordinal, article_id
"""


class Published:
    """A published warehouse."""

    def __init__(self, path: str) -> None:
        self.connection = duckdb.connect(path, read_only=True)

    def articles(self) -> pl.DataFrame:
        """`articles` with file, folder, ordinal and source_name; of each record only its first article."""
        return self.rows(_FIRST).unique(["folder", "file", "ordinal"], keep="first", maintain_order=True)

    def rows(self, query: str) -> pl.DataFrame:
        """Result of a query."""
        return pl.from_arrow(self.connection.sql(query).to_arrow_table())

    def balance(self) -> str:
        """Files, records, articles, quarantine in a line."""
        (row,) = self.connection.execute(
            "select (select count(*) from files), (select count(*) from record_files), (select count(*) from articles),"
            " (select count(*) from articles where is_embedded), (select count(*) from quarantine)"
        ).fetchall()
        return "{} files, {} records, {} articles ({} embedded), {} quarantined".format(*row)
