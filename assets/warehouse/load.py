"""Bring the work database up to date: only rows that differ are deleted or inserted, all in one transaction."""

from collections.abc import Mapping

import duckdb
import polars as pl

from assets.contract.catalog import Table, find_table
from assets.contract.frames import conform_frame
from assets.warehouse.database import DamagedDatabaseError, open_work_database
from assets.warehouse.owned_rows import OwnedRows, sync_owned
from assets.warehouse.row_sums import keep_sums, note_deleted, note_inserted
from assets.warehouse.search import update_search
from assets.warehouse.workspace import Workspace


def load_tables(workspace: Workspace, rows: Mapping[str, pl.DataFrame | OwnedRows]) -> dict[str, int]:
    """Make each table equal to its rows; returns rows deleted plus inserted by table.

    A work database that cannot be read is set aside and built anew: the Parquet files hold everything.
    """
    try:
        return _load(workspace, rows)
    except DamagedDatabaseError:
        return _load(workspace, rows)


def _load(workspace: Workspace, rows: Mapping[str, pl.DataFrame | OwnedRows]) -> dict[str, int]:
    with open_work_database(workspace) as connection:
        connection.execute("begin")
        changed = {name: _sync(connection, find_table(name), part) for name, part in rows.items()}
        update_search(connection)
        connection.execute("commit")
        connection.execute("checkpoint")
    return changed


def _sync(connection: duckdb.DuckDBPyConnection, table: Table, rows: pl.DataFrame | OwnedRows) -> int:
    return sync_owned(connection, table, rows) if isinstance(rows, OwnedRows) else sync_frame(connection, table, rows)


def sync_frame(connection: duckdb.DuckDBPyConnection, table: Table, frame: pl.DataFrame) -> int:
    """Delete rows that are not in the frame, insert those that are not in the table; returns how many."""
    name = table.name
    connection.register("incoming", conform_frame(name, frame).to_arrow())
    connection.execute(f"create or replace temp table stale as from {name} except all from incoming")
    connection.execute(f"create or replace temp table fresh as from incoming except all from {name}")
    key = table.key or tuple(column.name for column in table.columns)
    same = " and ".join(f"stale.{column} is not distinct from {name}.{column}" for column in key)
    is_stale = f"exists (from stale where {same})"
    keep_sums(connection, table)
    note_deleted(connection, table, is_stale)
    connection.execute(f"delete from {name} where {is_stale}")
    note_inserted(connection, table, "fresh")
    order = ", ".join(key)
    connection.execute(f"insert into {name} select * from fresh order by {order}")
    connection.unregister("incoming")
    counts = connection.execute("select (select count(*) from stale), (select count(*) from fresh)").fetchall()
    return sum(counts[0])
