"""`broadsheet briefing`: the pages of landing days, from the published warehouse."""

from datetime import date

from assets.errors import BroadsheetError
from assets.warehouse.workspace import open_workspace
from assets.write_briefing import landing_days, write_briefing


def write_briefings(day: str | None, *, all_days: bool) -> None:
    """Write the briefing of `day`, of all landing days, or of the newest; print each file. Raises BroadsheetError."""
    workspace = open_workspace()
    for chosen in [_parse(day)] if day else landing_days(workspace)[slice(None) if all_days else slice(-1, None)]:
        print(write_briefing(workspace, chosen))


def _parse(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise BroadsheetError(
            "That is not a day", where=repr(day), why="it must look like 2026-11-16", do="Correct it.", exit_code=2
        ) from error
