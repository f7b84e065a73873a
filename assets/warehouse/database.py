"""The private work database: open it, give it the contract's tables, set a broken one aside."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb

from assets.contract.catalog import Column, Table, load_tables
from assets.errors import BroadsheetError
from assets.warehouse.connect import connect
from assets.warehouse.files import cannot_write, is_out_of_room
from assets.warehouse.workspace import Workspace

# DuckDB 1.x shells and drivers, which most users still have, cannot open the newest storage format.
STORAGE_VERSION = "v1.2.0"

# Long texts stay uncompressed: out of a block of ZSTD, the ten that a search shows cost as much as the two thousand
# beside them (100 ms against 2).
_NO_ZSTD = {"zstd_min_string_length": 1_000_000_000}

_COLUMNS = "select table_name, column_name, data_type from duckdb_columns() where schema_name = 'main' order by all"

# What DuckDB raises when the file itself cannot be used, as against rows that break the contract.
_UNUSABLE = (duckdb.IOException, duckdb.SerializationException, duckdb.InternalException, duckdb.FatalException)


class DamagedDatabaseError(BroadsheetError):
    """The work database could not be read; it was set aside, so that the next attempt makes it anew."""


@contextmanager
def open_work_database(workspace: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-write connection to the work database, with every table of the contract in it.

    Raises BroadsheetError when the disk is full, DamagedDatabaseError when the file turns out to be damaged.
    """
    if workspace.work_database.exists() and not _is_of_this_version(workspace):
        set_aside(workspace, "its tables are those of another version")
    config = {"storage_compatibility_version": STORAGE_VERSION, **_NO_ZSTD}
    with guard_work_database(workspace), connect(workspace.work_database, config=config) as connection:
        _create_tables(connection)
        yield connection


@contextmanager
def guard_work_database(workspace: Workspace) -> Iterator[None]:
    """Turn what DuckDB raises inside the block for a full disk or a damaged file into errors that a user can read."""
    try:
        yield
    except duckdb.Error as error:
        if not _is_unusable(error):
            raise
        if is_out_of_room(error):
            raise cannot_write(workspace.work_database, error) from error
        reason = str(error).partition("\n")[0]
        broken = set_aside(workspace, reason)
        raise DamagedDatabaseError(
            "The work database is damaged",
            where=str(workspace.work_database),
            why=reason,
            do=f"It was set aside in {broken}; run again, and it is made anew from what was parsed.",
        ) from error


def set_aside(workspace: Workspace, reason: str) -> Path:
    """Rename a work database that cannot be used, with its log; everything in it can be made again from the Parquet."""
    broken = workspace.work_dir / "broken"
    broken.mkdir(exist_ok=True)
    number = len(list(broken.iterdir()))
    for path in sorted(workspace.work_dir.glob("news.duckdb*")):
        path.replace(broken / f"{number:03}-{path.name}")
    warnings.warn(
        f"The work database was unusable ({reason}); it was set aside in {broken} and built anew.",
        stacklevel=2,
    )
    return broken


def _is_of_this_version(workspace: Workspace) -> bool:
    """The tables have the columns of the contract. A damaged database counts as such: that shows when it is used."""
    wanted = _contract_columns()
    names = {table for table, _, _ in wanted}
    try:
        with connect(workspace.work_database, read_only=True) as connection:
            found = connection.execute(_COLUMNS).fetchall()
    except duckdb.Error:
        return True
    return [row for row in found if row[0] in names] in ([], wanted)


@cache
def _contract_columns() -> list[tuple[str, str, str]]:
    """What _COLUMNS finds in a database with the tables of the contract."""
    with connect() as connection:
        _create_tables(connection)
        return connection.execute(_COLUMNS).fetchall()


def _create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    for table in load_tables("tables").values():
        connection.execute(create_statement(table))


def _is_unusable(error: duckdb.Error) -> bool:
    # A checksum that is wrong comes as the plain base class.
    return isinstance(error, _UNUSABLE) or type(error) is duckdb.Error


def create_statement(table: Table) -> str:
    """DDL of the physical table. Keys and references are left out: they are checked, not indexed (docs/adr/0004)."""
    columns = ",\n".join(f"    {_definition(column)}" for column in table.columns)
    return f"create table if not exists {table.name} (\n{columns}\n)"


def comment_statements(table: Table) -> list[str]:
    """COMMENT ON statements for the table and its columns."""
    texts = [(f"table {table.name}", table.grain)]
    texts += [(f"column {table.name}.{column.name}", column.comment) for column in table.columns]
    return [f"comment on {what} is '{text.replace(chr(39), chr(39) * 2)}'" for what, text in texts]


def _definition(column: Column) -> str:
    required = " not null" if column.is_required else ""
    values = ", ".join(f"'{value}'" for value in column.allowed)
    allowed = f" check ({column.name} in ({values}))" if values else ""
    return f"{column.name} {column.sql_type}{required}{allowed}"
