-- One row per story that three publishers or more carried and active publisher that did not. Agencies are neither counted nor missed.
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
            count(distinct source_id) as carrying_source_count,
            mode(language order by language) as language
        from dated
        where story_id is not null
        group by story_id
        having count(distinct source_id) >= 3
    ),
    carriers as (select distinct story_id, source_id from dated),
    active as (
        select
            carried.story_id,
            source_days.source_id,
            sum(source_days.article_count) as source_article_count
        from carried
        inner join source_days
            on source_days.day >= carried.first_day and source_days.day <= carried.last_day + interval 1 day
        group by carried.story_id, source_days.source_id
    ),
    active_with_total as (
        select story_id, source_id, source_article_count, count(*) over (partition by story_id) as active_source_count
        from active
    )
select
    active_with_total.story_id,
    stories.title as story,
    active_with_total.source_id,
    sources.name as source,
    carried.carrying_source_count,
    active_with_total.active_source_count,
    round(carried.carrying_source_count / active_with_total.active_source_count, 6) as carrying_share,
    active_with_total.source_article_count,
    sources.language = carried.language as same_language
from active_with_total
inner join carried using (story_id)
inner join stories on stories.story_id = active_with_total.story_id
inner join sources on sources.source_id = active_with_total.source_id
left join carriers
    on carriers.story_id = active_with_total.story_id and carriers.source_id = active_with_total.source_id
where carriers.source_id is null
