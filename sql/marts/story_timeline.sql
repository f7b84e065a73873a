-- One row per story and day on which a version of it appeared: how a story grew, peaked and ended.
-- story_id: The story.
-- story: Its title.
-- day: Day of publication (UTC), or the landing day where the page does not say.
-- day_number: Days since the story's first day, from 0.
-- article_count: Articles of that day, copies included, each in its newest version.
-- independent_article_count: Articles of that day with copies folded.
-- source_count: Publishers of that day.
-- new_source_count: Publishers that carried the story for the first time.
-- running_article_count: Articles up to and with that day.
-- running_share: Share of the story's articles up to and with that day, 0 to 1; its half-life is the first day at 0.5 or more.
-- is_peak: True for the day with the most articles, the first of them when several are equal.
-- undated_count: Articles of that day placed by their landing day.
with
    members as (
        select
            story_id,
            source_id,
            is_canonical,
            published_precision in ('second', 'minute', 'day') as is_dated,
            case when is_dated then cast(published_at as date) else landed_on end as day
        from articles
        where is_latest_version and story_id is not null
    ),
    members_with_start as (
        select
            story_id,
            source_id,
            is_canonical,
            is_dated,
            day,
            min(day) over (partition by story_id, source_id) as source_first_day
        from members
    ),
    days as (
        select
            story_id,
            day,
            count(*) as article_count,
            count(*) filter (where is_canonical) as independent_article_count,
            count(distinct source_id) as source_count,
            count(distinct source_id) filter (where day = source_first_day) as new_source_count,
            count(*) filter (where not is_dated) as undated_count
        from members_with_start
        group by story_id, day
    ),
    running as (
        select
            story_id,
            day,
            article_count,
            independent_article_count,
            source_count,
            new_source_count,
            undated_count,
            date_diff('day', min(day) over (partition by story_id), day) as day_number,
            sum(article_count) over (partition by story_id order by day) as running_article_count,
            sum(article_count) over (partition by story_id) as story_article_count,
            row_number() over (partition by story_id order by article_count desc, day) as peak_rank
        from days
    )
select
    running.story_id,
    stories.title as story,
    running.day,
    running.day_number,
    running.article_count,
    running.independent_article_count,
    running.source_count,
    running.new_source_count,
    running.running_article_count,
    round(running.running_article_count / running.story_article_count, 6) as running_share,
    running.peak_rank = 1 as is_peak,
    running.undated_count
from running
inner join stories using (story_id)
order by running.story_article_count desc, running.story_id, running.day
