"""The one way to open a DuckDB database."""

from pathlib import Path

import duckdb


def connect(
    database: Path | None = None, *, read_only: bool = False, config: dict[str, str | int] | None = None
) -> duckdb.DuckDBPyConnection:
    """A connection to a file, or to a database in memory; raises what `duckdb.connect` raises."""
    connection = duckdb.connect(":memory:" if database is None else str(database), read_only, config or {})
    # Drawn on standard output, where what a command answers goes.
    connection.execute("set enable_progress_bar = false")
    return connection
