"""What a briefing is made of: the rows of sql/briefing/*.sql for one landing day, and which days there are."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from typing import Any

import duckdb

from assets.contract.catalog import SQL_DIR, load_tables
from assets.warehouse.marts import load_marts

HISTORY_DAYS = 14

# What a landing day holds, in one hash: its articles with their places in the warehouse, its files with their fates.
_DAYS = """
with
    lines as (
        select
            landed_on,
            concat_ws(' ', article_id, story_id, source_id, duplicate_group_id, is_canonical, parser_version) as line
        from articles
        union all
        select landed_on, concat_ws(' ', path, file_id, status, reason) as line
        from files
        where status in ('parsed', 'quarantined')
    )
select landed_on as day, md5(string_agg(line, chr(10) order by line)) as hash
from lines
group by landed_on
order by landed_on
"""


@cache
def briefing_queries() -> dict[str, str]:
    """The text of each file of sql/briefing, by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((SQL_DIR / "briefing").glob("*.sql"))}


def briefing_rows(connection: duckdb.DuckDBPyConnection, day: date) -> dict[str, list[dict[str, Any]]]:
    """The rows of every block of the briefing of landing day `day`, by the name of its file.

    They are asked of the warehouse as it stood that evening: what landed later is not in it.
    """
    with _evening(connection, day):
        return {name: _rows(connection, query, {"day": day}) for name, query in briefing_queries().items()}


def landing_day_hashes(connection: duckdb.DuckDBPyConnection) -> dict[date, str]:
    """Every landing day of an article, or of a file that was read, in order, with a hash of what its page is made of.

    That is what the day holds, what the 14 days before it hold (it is compared with them), and the queries.
    """
    own = dict(connection.execute(_DAYS).fetchall())
    queries = "\n".join(briefing_queries().values())
    return {day: _digest([queries, *_recent(own, day)]) for day in own}


@contextmanager
def _evening(connection: duckdb.DuckDBPyConnection, day: date) -> Iterator[None]:
    """While the block runs, table and mart names mean views without the articles that landed after `day`."""
    (database,) = connection.execute("select current_database()").fetchone()
    connection.execute("attach ':memory:' as evening (read_write)")
    try:
        connection.execute("use evening")
        for name in (*load_tables("tables"), "build"):
            later = f" where landed_on <= date '{day.isoformat()}'" if name == "articles" else ""
            connection.execute(f'create view {name} as from "{database}".main.{name}{later}')
        connection.execute("create schema marts")
        for mart in load_marts():
            if mart.name in _used_marts():
                connection.execute(f"create view marts.{mart.name} as\n{mart.sql}")
        yield
    finally:
        connection.execute(f'use "{database}"')
        connection.execute("detach evening")


@cache
def _used_marts() -> frozenset[str]:
    return frozenset(re.findall(r"\bmarts\.(\w+)", "\n".join(briefing_queries().values())))


def _recent(own: Mapping[date, str], day: date) -> list[str]:
    return [hash_ for other, hash_ in own.items() if day - timedelta(days=HISTORY_DAYS) <= other <= day]


def _digest(parts: list[str]) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def _rows(connection: duckdb.DuckDBPyConnection, query: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = connection.execute(query, parameters)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
