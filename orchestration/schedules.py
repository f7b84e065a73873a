"""When it runs by itself: once a day, when switched on in the UI."""

from datetime import timedelta

import dagster as dg

from orchestration.jobs import daily_briefing, refresh

daily_refresh = dg.ScheduleDefinition(
    name="daily_refresh",
    job=refresh,
    cron_schedule="0 5 * * *",
    description="Every day at 05:00 UTC. Off until switched on.",
)


@dg.schedule(
    name="daily_briefing_schedule",
    job=daily_briefing,
    cron_schedule="30 5 * * *",
    description="Every day at 05:30 UTC: the briefings of yesterday and today. Off until switched on.",
)
def daily_briefing_schedule(context: dg.ScheduleEvaluationContext) -> list[dg.RunRequest]:
    """Yesterday is complete by then; today has what landed during the night."""
    today = context.scheduled_execution_time.date()
    return [dg.RunRequest(partition_key=str(day)) for day in (today - timedelta(days=1), today)]
