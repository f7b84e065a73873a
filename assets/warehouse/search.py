"""Full-text search in plain SQL: no extension, so it works offline and in any DuckDB client."""

from pathlib import Path

import duckdb

from assets.contract.catalog import SQL_DIR


def update_search(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the word counts in line with table `articles`; only what changed is counted."""
    connection.execute(_sql("1_tables"))
    connection.execute(_sql("2_update"))


def create_search(connection: duckdb.DuckDBPyConnection) -> None:
    """Give readers the table macro `search`."""
    connection.execute(_sql("3_macro"))


def _sql(name: str) -> str:
    return Path(SQL_DIR / "search" / f"{name}.sql").read_text(encoding="utf-8")
