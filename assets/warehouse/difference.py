"""What differs between the work database and what readers see: looked at before a re-parse is published."""

from dataclasses import dataclass

import duckdb

from assets.contract.catalog import Table, load_tables
from assets.warehouse.connect import connect
from assets.warehouse.workspace import Workspace

EXAMPLES = 5


@dataclass(frozen=True)
class TableDifference:
    """Rows by key: only in the work database, only published, in both but different."""

    table: str
    added: int
    removed: int
    changed: int


@dataclass(frozen=True)
class FieldDifference:
    """How often a column of a table differs, with a few old and new values."""

    table: str
    column: str
    rows: int
    examples: list[tuple[str, str]]


def compare_tables(connection: duckdb.DuckDBPyConnection) -> list[TableDifference]:
    """Tables that differ. `connection` has the two databases attached as `work` and `published`."""
    found = [_compare(connection, table) for table in load_tables("tables").values() if table.key]
    return [difference for difference in found if difference.added or difference.removed or difference.changed]


def compare_fields(connection: duckdb.DuckDBPyConnection, name: str) -> list[FieldDifference]:
    """Columns of table `name` that differ in rows with the same key, most frequent first."""
    table = load_tables("tables")[name]
    columns = [column.name for column in table.columns if column.name not in table.key]
    found = [_compare_column(connection, table, column) for column in columns]
    return sorted((f for f in found if f.rows), key=lambda f: (-f.rows, f.column))


def open_both(workspace: Workspace) -> duckdb.DuckDBPyConnection:
    """A connection with `work` and `published` attached, read-only."""
    connection = connect()
    connection.execute(f"attach '{workspace.work_database}' as work (read_only)")
    connection.execute(f"attach '{workspace.published.resolve()}' as published (read_only)")
    return connection


def _join(table: Table, kind: str, left: str = "work", right: str = "published") -> str:
    same = " and ".join(f"l.{column} is not distinct from r.{column}" for column in table.key)
    return f"from {left}.{table.name} l {kind} join {right}.{table.name} r on {same}"


def _compare(connection: duckdb.DuckDBPyConnection, table: Table) -> TableDifference:
    queries = (
        _join(table, "anti"),
        _join(table, "anti", left="published", right="work"),
        f"{_join(table, 'inner')} where l is distinct from r",
    )
    counts = (connection.execute(f"select count(*) {query}").fetchall()[0][0] for query in queries)
    return TableDifference(table.name, *counts)


def _compare_column(connection: duckdb.DuckDBPyConnection, table: Table, column: str) -> FieldDifference:
    differing = f"{_join(table, 'inner')} where l.{column} is distinct from r.{column}"
    rows = connection.execute(f"select count(*) {differing}").fetchall()[0][0]
    values = f"select left(r.{column}::varchar, 60), left(l.{column}::varchar, 60) {differing}"
    examples = connection.execute(f"{values} order by all limit {EXAMPLES}").fetchall() if rows else []
    return FieldDifference(table.name, column, rows, examples)
