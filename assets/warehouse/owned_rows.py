"""Large tables, brought up to date without reading what did not change: rows come and go with the article or record
that owns them, and what each owner's rows were made from is noted beside the tables.

Put here: the bookkeeping. Keep out: where rows come from (step_11_work_database.py).
"""

from collections.abc import Callable
from dataclasses import dataclass

import duckdb
import polars as pl

from assets.contract.catalog import Table
from assets.contract.frames import conform_frame
from assets.warehouse.row_sums import forget_sums, keep_sums, note_deleted, note_inserted

# Rows of so many owners are in memory at one time.
OWNERS_A_SLICE = 10_000

# Kept in the work database, in the same transaction as the rows; not published (publish.py).
SCHEMA = "loading"
_ORIGINS = f"{SCHEMA}.origins"


@dataclass(frozen=True)
class OwnedRows:
    """Rows of a table by owner: `owners` has the owner's column and `origin` (unsigned, 64 bit), which changes when
    the owner's rows do, in an order in which rows are cheap to read; `read` gives the rows of the owners it is asked
    for."""

    owners: pl.DataFrame
    read: Callable[[pl.Series], pl.DataFrame]

    @property
    def owner(self) -> str:
        """The column that names the owner: article_id or record_id."""
        return next(column for column in self.owners.columns if column != "origin")


def own_rows(frame: pl.DataFrame, owner: str) -> OwnedRows:
    """The rows of a frame that is in memory, by the column `owner`; their origin is a sum over the rows."""
    hashed = frame.select(owner, origin=frame.hash_rows())
    owners = hashed.group_by(owner).agg(pl.col("origin").sum() + pl.len()).sort(owner)
    return OwnedRows(owners, lambda wanted: frame.filter(pl.col(owner).is_in(wanted.implode())))


def sync_owned(connection: duckdb.DuckDBPyConnection, table: Table, rows: OwnedRows) -> int:
    """Replace the rows of owners that are new, gone, or made from something else; returns rows deleted and inserted."""
    _prepare(connection, table)
    fresh = _compare(connection, table, rows)
    keep_sums(connection, table)
    changed = _delete(connection, table, rows.owner)
    for wanted in fresh.iter_slices(OWNERS_A_SLICE):
        changed += _insert(connection, table, rows, wanted)
    return changed


def _prepare(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """The notes on what is loaded. A table with rows but no notes is of an earlier version: it is filled anew."""
    connection.execute(f"create schema if not exists {SCHEMA}")
    columns = "table_name varchar, owner varchar, origin ubigint"
    connection.execute(f"create table if not exists {_ORIGINS} ({columns})")
    noted = connection.execute(f"select exists (from {_ORIGINS} where table_name = ?)", [table.name]).fetchall()
    if not noted[0][0]:
        connection.execute(f"delete from {table.name}")
        forget_sums(connection, table)


def _compare(connection: duckdb.DuckDBPyConnection, table: Table, rows: OwnedRows) -> pl.DataFrame:
    """Owners to insert; those to delete are in the temporary table `stale`."""
    incoming = rows.owners.select(owner=rows.owner, origin="origin").with_row_index("place")
    connection.register("incoming", incoming.to_arrow())
    noted = f"(select owner, origin from {_ORIGINS} where table_name = '{table.name}')"
    connection.execute(f"create or replace temp table stale as from {noted} anti join incoming using (owner, origin)")
    fresh = connection.sql(f"from incoming anti join {noted} using (owner, origin) order by place").pl()
    connection.unregister("incoming")
    return fresh


def _delete(connection: duckdb.DuckDBPyConnection, table: Table, owner: str) -> int:
    is_stale = f"{owner} in (select owner from stale)"
    note_deleted(connection, table, is_stale)
    deleted = connection.execute(f"delete from {table.name} where {is_stale}").fetchall()
    noted = f"table_name = '{table.name}' and owner in (select owner from stale)"
    connection.execute(f"delete from {_ORIGINS} where {noted}")
    return deleted[0][0]


def _insert(connection: duckdb.DuckDBPyConnection, table: Table, rows: OwnedRows, wanted: pl.DataFrame) -> int:
    frame = conform_frame(table.name, rows.read(wanted["owner"].rename(rows.owner)))
    connection.register("incoming", frame.to_arrow())
    note_inserted(connection, table, "incoming")
    connection.execute(f"insert into {table.name} from incoming")
    connection.register("incoming", wanted.select("owner", "origin").to_arrow())
    connection.execute(f"insert into {_ORIGINS} select '{table.name}', owner, origin from incoming")
    connection.unregister("incoming")
    return frame.height
