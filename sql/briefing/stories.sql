-- The ten stories of the day that most publishers carry, as they stood that evening, with the opening of up to eight of their articles.
with
    dated as (
        select
            article_id,
            story_id,
            source_id,
            landed_on,
            is_canonical,
            coalesce(is_machine_translated, false) as is_translated,
            least(
                case
                    when published_precision in ('second', 'minute', 'day') then cast(published_at as date) else landed_on
                end,
                landed_on
            ) as day
        from articles
        where landed_on <= $day and story_id is not null
    ),
    previous as (
        select max(landed_on) as day from files where landed_on < $day and status in ('parsed', 'quarantined')
    ),
    leading_stories as (
        select
            dated.story_id,
            count(*) as article_count,
            count(*) filter (where dated.landed_on = $day) as today_count,
            count(*) filter (where dated.landed_on = previous.day) as before_count,
            count(distinct dated.source_id) as source_count,
            min(dated.landed_on) = $day as is_new,
            min(dated.day) as first_day,
            max(dated.day) as last_day
        from dated
        cross join previous
        group by dated.story_id
        having count(*) filter (where dated.landed_on = $day) > 0
        order by source_count desc, today_count desc, article_count desc, dated.story_id
        limit 10
    ),
    story_days as (
        select counts.story_id, list(struct_pack(day := counts.day, article_count := counts.article_count) order by counts.day) as days
        from (select story_id, day, count(*) as article_count from dated group by story_id, day) as counts
        group by counts.story_id
    ),
    ranked as (
        select
            dated.story_id,
            dated.article_id,
            row_number() over (
                partition by dated.story_id
                order by
                    dated.is_translated,
                    dated.landed_on <> $day,
                    not dated.is_canonical,
                    dated.article_id <> stories.representative_article_id,
                    dated.article_id
            ) as place
        from dated
        inner join leading_stories using (story_id)
        inner join stories on stories.story_id = dated.story_id
    ),
    openings as (
        select
            ranked.story_id,
            list(
                struct_pack(
                    title := articles.title,
                    url := articles.url,
                    language := articles.language,
                    source := sources.name,
                    opening := left(articles.body, 2000)
                )
                order by ranked.place
            ) as articles
        from ranked
        inner join articles using (article_id)
        left join sources on sources.source_id = articles.source_id
        where ranked.place <= 8
        group by ranked.story_id
    ),
    carriers as (
        select dated.story_id, list(distinct sources.name order by sources.name) as sources
        from dated
        inner join sources using (source_id)
        group by dated.story_id
    )
select
    leading_stories.story_id,
    stories.title,
    leading_stories.article_count,
    leading_stories.today_count,
    leading_stories.before_count,
    leading_stories.source_count,
    leading_stories.is_new,
    leading_stories.first_day,
    leading_stories.last_day,
    coalesce(carriers.sources, []) as sources,
    story_days.days,
    openings.articles
from leading_stories
inner join stories using (story_id)
inner join story_days on story_days.story_id = leading_stories.story_id
inner join openings on openings.story_id = leading_stories.story_id
left join carriers on carriers.story_id = leading_stories.story_id
order by
    leading_stories.source_count desc,
    leading_stories.today_count desc,
    leading_stories.article_count desc,
    leading_stories.story_id
