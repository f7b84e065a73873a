"""What a briefing is made of: the rows of sql/briefing/*.sql for one landing day, and which days there are."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import duckdb

from assets.contract.catalog import SQL_DIR

# What decides a day's page, in one hash: its articles with their places in the warehouse, its files with their fates.
_DAYS = """
with
    lines as (
        select landed_on, concat_ws(' ', article_id, story_id, source_id, duplicate_group_id, is_canonical, parser_version) as line
        from articles
        union all
        select landed_on, concat_ws(' ', path, file_id, status, reason) as line
        from files
        where status in ('parsed', 'quarantined')
    )
select landed_on as day, left(md5(string_agg(line, chr(10) order by line)), 16) as hash
from lines
group by landed_on
order by landed_on
"""


@cache
def briefing_queries() -> dict[str, str]:
    """The text of each file of sql/briefing, by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((SQL_DIR / "briefing").glob("*.sql"))}


def briefing_rows(connection: duckdb.DuckDBPyConnection, day: date) -> dict[str, list[dict[str, Any]]]:
    """The rows of every block of the briefing of landing day `day`, by the name of its file."""
    return {name: _rows(connection, query, {"day": day}) for name, query in briefing_queries().items()}


def landing_day_hashes(connection: duckdb.DuckDBPyConnection) -> dict[date, str]:
    """Every landing day of an article, or of a file that was read, in order, with a hash of what it holds."""
    return dict(connection.execute(_DAYS).fetchall())


def _rows(connection: duckdb.DuckDBPyConnection, query: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = connection.execute(query, parameters)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
