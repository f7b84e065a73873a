"""`broadsheet sql`: ask the published warehouse."""

import sys

import duckdb

from assets.errors import BroadsheetError
from assets.warehouse.query import open_published
from assets.warehouse.workspace import open_workspace

MAX_ROWS = 40


def run_sql(query: str | None) -> None:
    """Print the rows of `query`; without one, read queries from standard input, each ended by a semicolon."""
    with open_published(open_workspace()) as connection:
        if query is not None:
            _print_rows(connection, query)
            return
        _prompt(connection)


def _print_rows(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    try:
        relation = connection.sql(query)
        if relation is not None:
            relation.show(max_rows=MAX_ROWS)
    except duckdb.Error as error:
        raise BroadsheetError(
            "The query failed", where=query.strip()[:80], why=str(error).strip(), do="Tables: show all tables"
        ) from error


def _prompt(connection: duckdb.DuckDBPyConnection) -> None:
    is_person = sys.stdin.isatty()
    if is_person:
        print("Read-only. End a query with ; and leave with Ctrl-D.")
        print("Try:  select title, source, published_at from marts.article_list limit 10;")
    lines: list[str] = []
    for line in _read_lines(is_person):
        lines.append(line)
        if line.rstrip().endswith(";"):
            _answer(connection, "\n".join(lines), is_person)
            lines = []
    if "".join(lines).strip():
        _answer(connection, "\n".join(lines), is_person)


def _answer(connection: duckdb.DuckDBPyConnection, query: str, is_person: bool) -> None:
    """A person may try again after a mistake; a script must be told."""
    try:
        _print_rows(connection, query)
    except BroadsheetError as error:
        if not is_person:
            raise
        print(error)


def _read_lines(is_person: bool):
    while True:
        try:
            yield input("news> " if is_person else "")
        except EOFError:
            return
