"""When it runs by itself: once a day, when switched on in the UI."""

import dagster as dg

from orchestration.jobs import refresh

daily_refresh = dg.ScheduleDefinition(
    name="daily_refresh",
    job=refresh,
    cron_schedule="0 5 * * *",
    description="Every day at 05:00 UTC. Off until switched on.",
)
