"""`broadsheet briefing`: the pages of landing days, from the published warehouse."""

from assets.warehouse.workspace import open_workspace
from assets.write_briefing import landing_days, write_briefing
from orchestration.commands.days import parse_day


def write_briefings(day: str | None, *, all_days: bool) -> None:
    """Write the briefing of `day`, of all landing days, or of the newest; print each file. Raises BroadsheetError."""
    workspace = open_workspace()
    for chosen in [parse_day(day)] if day else landing_days(workspace)[slice(None) if all_days else slice(-1, None)]:
        print(write_briefing(workspace, chosen))
