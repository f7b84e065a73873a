"""Read `sql/tables` and `sql/staging` into Table and Column objects, once: SQL is where a table is declared."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from assets.contract.types import polars_type

SQL_DIR = Path(__file__).resolve().parents[2] / "sql"

_COLUMN = re.compile(
    r"^\s+(?P<name>[a-z_]+)\s+(?P<type>struct\(.*?\)\[\]|[a-z]+(?:\[\])?)"
    r"(?P<not_null>\s+not null)?"
    r"(?:\s+references\s+(?P<table>\w+)\s*\((?P<column>\w+)\))?"
    r"(?:\s+check\s*\(\w+ in \((?P<values>[^)]*)\)\))?,?\s+--\s+(?P<comment>.+)$"
)
_KEY = re.compile(r"^\s+primary key \(([^)]*)\)$")


@dataclass(frozen=True)
class Column:
    """One column: its SQL type, what it means, and what must hold for it."""

    name: str
    sql_type: str
    comment: str
    is_required: bool
    references: tuple[str, str] | None
    allowed: tuple[str, ...]

    @property
    def polars_type(self) -> pl.DataType:
        """The Polars type that holds the SQL type."""
        return polars_type(self.sql_type)


@dataclass(frozen=True)
class Table:
    """One declared table: its grain, its columns in reading order, its key (may be empty)."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def schema(self) -> pl.Schema:
        """Column names and Polars types, in order."""
        return pl.Schema({column.name: column.polars_type for column in self.columns})


def parse_table(sql: str) -> Table:
    """Read one declaration. Raises ValueError naming the line that does not follow the form of the other files."""
    grain, create, *lines = sql.strip().splitlines()
    name = re.fullmatch(r"create table (\w+) \(", create)
    if not grain.startswith("-- ") or name is None or lines[-1] != ");":
        raise ValueError(f"not a table declaration: {create!r}")
    columns: list[Column] = []
    key: tuple[str, ...] = ()
    for line in lines[:-1]:
        if match := _KEY.match(line):
            key = tuple(part.strip() for part in match[1].split(","))
        else:
            columns.append(_parse_column(line))
    return Table(name[1], grain.removeprefix("-- "), tuple(columns), key)


def _parse_column(line: str) -> Column:
    match = _COLUMN.match(line)
    if match is None:
        raise ValueError(f"not a column line (name type [not null] [references] [check], -- meaning): {line!r}")
    allowed = tuple(re.findall(r"'([^']*)'", match["values"] or ""))
    references = (match["table"], match["column"]) if match["table"] else None
    return Column(match["name"], match["type"], match["comment"], bool(match["not_null"]), references, allowed)


@cache
def load_tables(folder: str) -> dict[str, Table]:
    """Every table declared in `sql/<folder>`, by name, in alphabetical order."""
    tables = [parse_table(path.read_text(encoding="utf-8")) for path in sorted((SQL_DIR / folder).glob("*.sql"))]
    return {table.name: table for table in tables}


def find_table(name: str) -> Table:
    """The published or staging table of that name. Raises KeyError when `sql/` declares none."""
    return {**load_tables("staging"), **load_tables("tables")}[name]
