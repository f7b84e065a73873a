"""The marts: one SELECT a file in sql/marts, published as views of schema `marts`. A new file is a new mart."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from assets.contract.catalog import SQL_DIR, load_tables


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
    with duckdb.connect() as connection:
        return tuple(_read_mart(connection, path) for path in sorted((SQL_DIR / "marts").glob("*.sql")))


def create_marts(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the views with their comments in the database that `connection` writes."""
    connection.execute("create schema if not exists marts")
    for mart in load_marts():
        connection.execute(f"create or replace view marts.{mart.name} as\n{mart.sql}")
        connection.execute(f"comment on view marts.{mart.name} is '{mart.grain.replace(chr(39), chr(39) * 2)}'")


def _read_mart(connection: duckdb.DuckDBPyConnection, path: Path) -> Mart:
    text = path.read_text(encoding="utf-8")
    grain, *columns = (line.removeprefix("-- ") for line in text.splitlines() if line.startswith("-- "))
    meanings = {column: meaning for column, _, meaning in (line.partition(": ") for line in columns)}
    tree = connection.execute("select json_serialize_sql(?)", [text]).fetchall()[0][0]
    tables = set(re.findall(r'"table_name":"(\w+)"', tree)) & set(load_tables("tables"))
    return Mart(path.stem, grain, meanings, text, tuple(sorted(tables)))
