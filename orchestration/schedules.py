"""When it runs by itself: once a day, or as BROADSHEET_SCHEDULE says, when switched on in the UI."""

import os

import dagster as dg

from assets.errors import BroadsheetError
from orchestration.jobs import refresh

SETTING = "BROADSHEET_SCHEDULE"
_EVERY_MORNING = "0 5 * * *"


def make_schedule() -> dg.ScheduleDefinition:
    """The schedule of `refresh`. Raises BroadsheetError when the setting is no cron expression."""
    when = os.environ.get(SETTING) or _EVERY_MORNING
    said = "Every day at 05:00 UTC" if when == _EVERY_MORNING else f"At {when} (minute, hour, day, month, weekday; UTC)"
    try:
        return dg.ScheduleDefinition(
            name="daily_refresh", job=refresh, cron_schedule=when, description=f"{said}. Off until switched on."
        )
    except dg.DagsterInvalidDefinitionError as error:
        raise BroadsheetError(
            f"{SETTING} is no cron expression",
            where=repr(when),
            why="it must have five parts: minute, hour, day, month, weekday, such as 30 6 * * *",
            do="Correct or unset it.",
            exit_code=2,
        ) from error


daily_refresh = make_schedule()
