-- One row per story and active publisher that did not carry it, for stories that three publishers or more, and a tenth of the active ones, carried. Agencies are neither counted nor missed.
-- story_id: The story.
-- story: Its title.
-- source_id: The publisher without it.
-- source: Its name.
-- carrying_source_count: Publishers that carried it.
-- active_source_count: Publishers that have an article from the story's first day to the day after its last.
-- carrying_share: carrying_source_count by active_source_count, 0 to 1: sort by it to see what most others had.
-- source_article_count: Articles that the publisher without it has in those days.
-- same_language: True when the publisher's language is the story's most frequent one; a story told in another language may have been missed by us, not by them.
with
    dated as (
        select
            articles.article_id,
            articles.story_id,
            articles.source_id,
            articles.language,
            case
                when articles.published_precision in ('second', 'minute', 'day') then cast(articles.published_at as date)
                else articles.landed_on
            end as day
        from articles
        inner join sources using (source_id)
        where articles.is_latest_version and sources.kind <> 'agency'
    ),
    source_days as (select source_id, day, count(*) as article_count from dated group by source_id, day),
    carried as (
        select
            story_id,
            min(day) as first_day,
            max(day) as last_day,
            count(distinct source_id) as carrying_source_count
        from dated
        where story_id is not null
        group by story_id
        having count(distinct source_id) >= 3
    ),
    languages as (
        select story_id, language
        from dated
        group by story_id, language
        qualify row_number() over (partition by story_id order by count(*) desc, language) = 1
    ),
    carriers as (select distinct story_id, source_id from dated),
    active as (
        select
            windows.first_day,
            windows.last_day,
            source_days.source_id,
            sum(source_days.article_count) as source_article_count
        from (select distinct first_day, last_day from carried) as windows
        inner join source_days
            on source_days.day >= windows.first_day and source_days.day <= windows.last_day + interval 1 day
        group by windows.first_day, windows.last_day, source_days.source_id
    ),
    active_totals as (
        select first_day, last_day, count(*) as active_source_count from active group by first_day, last_day
    ),
    widely_carried as materialized (
        select
            carried.story_id,
            carried.first_day,
            carried.last_day,
            languages.language,
            carried.carrying_source_count,
            active_totals.active_source_count
        from carried
        inner join active_totals using (first_day, last_day)
        inner join languages using (story_id)
        where carried.carrying_source_count >= 0.1 * active_totals.active_source_count
    )
select
    widely_carried.story_id,
    stories.title as story,
    active.source_id,
    sources.name as source,
    widely_carried.carrying_source_count,
    widely_carried.active_source_count,
    round(widely_carried.carrying_source_count / widely_carried.active_source_count, 6) as carrying_share,
    active.source_article_count,
    sources.language = widely_carried.language as same_language
from widely_carried
inner join active using (first_day, last_day)
inner join stories on stories.story_id = widely_carried.story_id
inner join sources on sources.source_id = active.source_id
left join carriers on carriers.story_id = widely_carried.story_id and carriers.source_id = active.source_id
where carriers.source_id is null
order by carrying_share desc, widely_carried.story_id, active.source_article_count desc, active.source_id
