-- How long do stories live: first to last report, busiest day and hour (UTC), days until half of the reports were out?
-- columns: story, first_day, last_day, days, article_count, peak_day, peak_hour, untimed_count, half_life_days
with
    -- Only what a page says to the minute has an hour: a page that gives a day alone counts in untimed_count.
    hours as (
        select story_id, date_trunc('hour', published_at) as hour, count(*) as article_count
        from articles
        where is_latest_version and published_precision in ('second', 'minute')
        group by story_id, hour
    ),
    ranked as (
        select story_id, hour, article_count, rank() over (partition by story_id order by article_count desc) as place
        from hours
    ),
    -- Null where several hours have as many.
    peaks as (
        select
            story_id,
            sum(article_count) as timed_count,
            case when count(*) filter (where place = 1) = 1 then min(hour) filter (where place = 1) end as peak_hour
        from ranked
        group by story_id
    )
select
    timeline.story,
    min(timeline.day) as first_day,
    max(timeline.day) as last_day,
    max(timeline.day_number) + 1 as days,
    sum(timeline.article_count)::bigint as article_count,
    min(timeline.day) filter (where timeline.is_peak) as peak_day,
    any_value(peaks.peak_hour) as peak_hour,
    (sum(timeline.article_count) - coalesce(any_value(peaks.timed_count), 0))::bigint as untimed_count,
    min(timeline.day_number) filter (where timeline.running_share >= 0.5) as half_life_days
from marts.story_timeline as timeline
left join peaks on peaks.story_id = timeline.story_id
group by timeline.story_id, timeline.story
order by article_count desc, timeline.story_id
