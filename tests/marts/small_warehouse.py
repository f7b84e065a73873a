"""A warehouse in memory from a few rows: every table of the contract, and every mart as a view."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import duckdb

from assets.contract.catalog import SQL_DIR, load_tables
from assets.contract.frames import build_frame

Rows = Iterable[Mapping[str, Any]]
MARTS = sorted((SQL_DIR / "marts").glob("*.sql"))

# Monday; days of the tests are counted from it.
MONDAY = date(2026, 11, 16)


def build_warehouse(**tables: Rows) -> duckdb.DuckDBPyConnection:
    """A connection to an in-memory warehouse with these rows; tables not named are empty."""
    connection = duckdb.connect()
    for name, table in load_tables("tables").items():
        columns = ", ".join(f"{column.name} {column.sql_type}" for column in table.columns)
        connection.execute(f"create table {name} ({columns})")
        if rows := tables.get(name):
            connection.register("incoming", build_frame(name, rows).to_arrow())
            connection.execute(f"insert into {name} from incoming")
            connection.unregister("incoming")
    connection.execute("create schema marts")
    for path in MARTS:
        connection.execute(f"create view marts.{path.stem} as\n{path.read_text('utf-8')}")
    return connection


def ask(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    return connection.execute(sql).fetchall()


def source(source_id: str, kind: str = "publisher", language: str = "en", country: str | None = None) -> dict[str, Any]:
    """A row of sources; the name is the id with a capital."""
    return {
        "source_id": source_id,
        "name": source_id.capitalize(),
        "kind": kind,
        "language": language,
        "country_code": country,
        "article_count": 1,
    }


def article(article_id: str, source_id: str | None, when: str | None, **more: Any) -> dict[str, Any]:
    """A row of articles. `when` gives the precision by its length: 2026-11 is a month, 2026-11-16 a day, and so on."""
    precision = {None: "none", 7: "month", 10: "day", 16: "minute", 19: "second"}[len(when) if when else None]
    stamp = datetime.fromisoformat(when + "-01" if precision == "month" else when) if when else None
    row = {
        "article_id": article_id,
        "record_id": f"record-{article_id}",
        "is_embedded": False,
        "source_id": source_id,
        "title": f"Title of {article_id}",
        "title_basis": "heading",
        "body": "",
        "authors": [],
        "language": "en",
        "language_confidence": 1.0,
        "published_at": stamp,
        "published_precision": precision,
        "published_basis": "text" if when else "none",
        "word_count": 100,
        "extraction_confidence": 0.9,
        "version_number": 1,
        "is_latest_version": True,
        "is_canonical": True,
        "changes": [],
        "landed_on": stamp.date() if stamp else MONDAY,
        "parser_version": "1",
    }
    return row | more


def story(story_id: str, **more: Any) -> dict[str, Any]:
    """A row of stories."""
    return {"story_id": story_id, "title": f"Story {story_id}", "article_count": 1, "source_count": 1} | more


def header_columns(sql: str) -> list[str]:
    """Column names that the comment lines of a mart declare."""
    return re.findall(r"^-- ([a-z_]+): ", sql, flags=re.MULTILINE)
