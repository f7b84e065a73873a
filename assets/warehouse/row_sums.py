"""What the rows of a table add up to, kept beside them in the work database while rows come and go.

A build is named by the hash of every row. Reading them all again took seconds a day that had changed little; a sum can
be kept instead, in the same transaction as the rows: what is deleted is taken off, what is inserted is put on.

Put here: the sums. Keep out: how they become a build's name (fingerprint.py).
"""

import duckdb

from assets.contract.catalog import Table

Sums = tuple[int, int, int]
"""Rows, and the two sums of their hashes' halves."""

_KEPT = "loading.sums"
_EXISTS = "select count(*) from duckdb_tables() where schema_name = 'loading' and table_name = 'sums'"
_LOW_BITS = "18446744073709551615::uhugeint"


def sum_rows(connection: duckdb.DuckDBPyConnection, rows: str) -> Sums:
    """Of the rows of a query that gives all columns of a table.

    The MD5 of each row as text; in halves of 64 bits, so that the sums of very many rows stay within 128.
    """
    halves = f"coalesce(sum((hash >> 64)::hugeint), 0), coalesce(sum((hash & {_LOW_BITS})::hugeint), 0)"
    hashes = f"select md5_number(t::varchar) as hash from ({rows}) t"
    return connection.execute(f"select count(*), {halves} from ({hashes})").fetchall()[0]


def read_sums(connection: duckdb.DuckDBPyConnection) -> dict[str, Sums]:
    """What is kept, by table: nothing in a published database, or in one that an earlier version filled."""
    if not connection.execute(_EXISTS).fetchall()[0][0]:
        return {}
    return {name: tuple(sums) for name, *sums in connection.execute(f"from {_KEPT}").fetchall()}


def keep_sums(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """From now on the table's sums are kept."""
    connection.execute("create schema if not exists loading")
    columns = "table_name varchar, row_count bigint, high hugeint, low hugeint"
    connection.execute(f"create table if not exists {_KEPT} ({columns})")
    if table.name not in read_sums(connection):
        connection.execute(f"insert into {_KEPT} values (?, 0, 0, 0)", [table.name])
        note_inserted(connection, table, table.name)


def forget_sums(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """The table is emptied without a look at its rows."""
    if table.name in read_sums(connection):
        connection.execute(f"delete from {_KEPT} where table_name = ?", [table.name])


def note_deleted(connection: duckdb.DuckDBPyConnection, table: Table, condition: str) -> None:
    """Rows of the table that are about to be deleted."""
    _add(connection, table, [-number for number in sum_rows(connection, f"from {table.name} where {condition}")])


def note_inserted(connection: duckdb.DuckDBPyConnection, table: Table, source: str) -> None:
    """Rows of `source`, which has the table's columns, that are inserted; as they are once they have its types."""
    columns = ", ".join(f"{column.name}::{column.sql_type} as {column.name}" for column in table.columns)
    _add(connection, table, sum_rows(connection, f"select {columns} from {source}"))


def _add(connection: duckdb.DuckDBPyConnection, table: Table, change: Sums | list[int]) -> None:
    added = "row_count = row_count + ?, high = high + ?, low = low + ?"
    connection.execute(f"update {_KEPT} set {added} where table_name = ?", [*change, table.name])
