"""The marts: one SELECT a file in sql/marts, published as views of schema `marts`. A new file is a new mart."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
import polars as pl

from assets.contract.catalog import SQL_DIR, load_tables
from assets.errors import BroadsheetError
from assets.warehouse.connect import connect

ROWS_A_PIECE, FIRST_ROWS = 100_000, 5


@dataclass(frozen=True)
class Mart:
    """A question that users ask: its grain, the meaning of its columns, its SELECT, and the tables that it reads."""

    name: str
    grain: str
    columns: dict[str, str]
    sql: str
    tables: tuple[str, ...]


@cache
def load_marts() -> tuple[Mart, ...]:
    """Every mart, in the order of the alphabet. What a mart reads is found in its SQL, never listed by hand."""
    with connect() as connection:
        return tuple(_read_mart(connection, path) for path in sorted((SQL_DIR / "marts").glob("*.sql")))


def create_marts(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the views with their comments in the database that `connection` writes. Raises BroadsheetError."""
    connection.execute("create schema if not exists marts")
    for mart in load_marts():
        try:
            connection.execute(f"create or replace view marts.{mart.name} as\n{mart.sql}")
        except duckdb.Error as error:
            raise _cannot_read(mart.name, str(error).splitlines()[0], "Correct the query.") from error
        connection.execute(f"comment on view marts.{mart.name} is '{mart.grain.replace(chr(39), chr(39) * 2)}'")
        _compare_columns(connection, mart)


def look_at_mart(connection: duckdb.DuckDBPyConnection, mart: Mart) -> tuple[int, pl.DataFrame]:
    """How many rows a mart has, and the first of them. Read once, in pieces: some have millions of rows."""
    reader = connection.sql(f"from marts.{mart.name}").to_arrow_reader(ROWS_A_PIECE)
    first = next(reader, None)
    if first is None:
        return 0, pl.DataFrame(schema=reader.schema.names)
    return first.num_rows + sum(piece.num_rows for piece in reader), pl.DataFrame(first.slice(0, FIRST_ROWS))


def column_types(connection: duckdb.DuckDBPyConnection, mart: Mart) -> dict[str, str]:
    """The SQL type of each column."""
    relation = connection.sql(f"from marts.{mart.name}")
    return {name: str(kind).lower() for name, kind in zip(relation.columns, relation.types, strict=True)}


def _read_mart(connection: duckdb.DuckDBPyConnection, path: Path) -> Mart:
    text = path.read_text(encoding="utf-8")
    grain, *columns = [line.removeprefix("-- ") for line in text.splitlines() if line.startswith("-- ")] or [""]
    if not grain:
        raise _cannot_read(path.stem, "it does not begin with a comment", "Begin it with `-- One row per ...`.")
    meanings = {column: meaning for column, _, meaning in (line.partition(": ") for line in columns)}
    tree = json.loads(connection.execute("select json_serialize_sql(?)", [text]).fetchall()[0][0])
    if tree["error"] or len(tree["statements"]) != 1:
        many = "it holds more than one statement" if tree.get("statements") else "it holds no SELECT"
        why = tree.get("error_message", many).splitlines()[0]
        raise _cannot_read(path.stem, why, "A mart is one SELECT without a semicolon.")
    names = set(re.findall(r'"table_name": "(\w+)"', json.dumps(tree)))
    return Mart(path.stem, grain, meanings, text, tuple(sorted(names & set(load_tables("tables")))))


def _compare_columns(connection: duckdb.DuckDBPyConnection, mart: Mart) -> None:
    found = [row[0] for row in connection.execute(f"describe marts.{mart.name}").fetchall()]
    if found != list(mart.columns):
        differing = sorted(set(found) ^ set(mart.columns)) or "their order"
        why = f"its comments and its query differ in columns: {differing}"
        raise _cannot_read(mart.name, why, "Name each column, `-- name: meaning`.")


def _cannot_read(name: str, why: str, do: str) -> BroadsheetError:
    where = f"sql/marts/{name}.sql"
    return BroadsheetError(
        "A mart cannot be used", where=where, why=why, do=f"{do} See docs/add-a-mart.md.", exit_code=2
    )
