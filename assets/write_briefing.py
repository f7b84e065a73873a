"""From the published warehouse to the pages in briefings/: one landing day, or every day whose page is out of date."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from assets import briefing
from assets.briefing.page import STAMP_NAME, render_page
from assets.errors import BroadsheetError
from assets.warehouse.briefing_files import read_stamp, write_briefing_file
from assets.warehouse.briefing_rows import briefing_queries, briefing_rows, landing_day_hashes
from assets.warehouse.connect import connect
from assets.warehouse.query import open_published
from assets.warehouse.workspace import Workspace


def landing_days(workspace: Workspace) -> list[date]:
    """Landing days that a briefing can be written of, oldest first. Raises BroadsheetError without a warehouse."""
    with open_published(workspace) as connection:
        return list(landing_day_hashes(connection))


@lru_cache(maxsize=1)
def read_day(build: Path, day: date) -> Mapping[str, list[dict[str, Any]]]:
    """The rows of the briefing of landing day `day`, asked of the database of a build (which never changes)."""
    with connect(build, read_only=True) as connection:
        return briefing_rows(connection, day)


def write_briefing(workspace: Workspace, day: date) -> Path:
    """Write the briefing of landing day `day`; returns its file. Raises BroadsheetError when nothing landed."""
    with open_published(workspace) as connection:
        hashes = landing_day_hashes(connection)
    if day not in hashes:
        raise _nothing_landed(day, list(hashes))
    return _write_page(workspace, day, hashes[day])


def write_stale_briefings(workspace: Workspace) -> Iterator[date]:
    """Write the briefing of every landing day that has none or changed since; yields each day when it is written.

    A day keeps its page, also when the build is a newer one, while it and the 14 days before it hold what they held:
    what lands later does not change what the day's paper said.
    """
    with open_published(workspace) as connection:
        hashes = landing_day_hashes(connection)
    for day, hash_ in hashes.items():
        if read_stamp(workspace, day, STAMP_NAME) != _stamp(hash_):
            _write_page(workspace, day, hash_)
            yield day


def _write_page(workspace: Workspace, day: date, hash_: str) -> Path:
    rows = read_day(workspace.published.resolve(), day)
    return write_briefing_file(workspace, day, render_page(day, rows, briefing_queries(), _stamp(hash_)))


def _stamp(hash_: str) -> str:
    return f"{briefing.VERSION}-{hash_}"


def _nothing_landed(day: date, days: list[date]) -> BroadsheetError:
    known = f"landing days go from {days[0]} to {days[-1]}" if days else "nothing landed on any day"
    return BroadsheetError(
        "There is no briefing to write",
        where=day.isoformat(),
        why=f"no file landed that day; {known}",
        do='See the days: broadsheet sql "select distinct landed_on from files order by all".',
        exit_code=2,
    )
