-- One row per entity and day on which it was mentioned, or was not after five articles or more in the 14 days before: against its norm.
-- day: Day of publication (UTC), or the landing day where the page does not say.
-- entity_id: The entity.
-- name: Its canonical name.
-- kind: person, organization or place.
-- article_count: Independent articles of that day that mention it; 0 on a day without one.
-- usual_article_count: Articles to expect: its share of the independent articles of the 14 days before, times those of that day.
-- history_days: Days with articles among the 14 days before.
-- score: (article_count - usual_article_count) / sqrt(usual_article_count + 1): above 0 is more than usual.
-- verdict: rising (score 1.5 or more), fading (-1 or less), usual, new (never mentioned before), or unknown (fewer than 3 days of history).
with
    dated as (
        select
            article_id,
            case
                when published_precision in ('second', 'minute', 'day') then cast(published_at as date) else landed_on
            end as day
        from articles
        where is_latest_version and is_canonical
    ),
    day_totals as (select day, count(*) as article_count from dated group by day),
    day_history as (
        select
            day,
            article_count,
            coalesce(sum(article_count) over earlier, 0) as history_article_count,
            count(*) over earlier as history_days
        from day_totals
        window earlier as (order by day range between interval 14 day preceding and interval 1 day preceding)
    ),
    mentioned as (
        select article_entities.entity_id, dated.day, count(*) as article_count
        from article_entities
        inner join dated using (article_id)
        group by article_entities.entity_id, dated.day
    ),
    recent as (
        select
            entity_id,
            day,
            lead(day) over (partition by entity_id order by day) as next_day,
            sum(article_count) over (
                partition by entity_id order by day range between interval 13 day preceding and current row
            ) as recent_article_count
        from mentioned
    ),
    absences as (
        select recent.entity_id, recent.day + cast(steps.days as integer) as day, 0 as article_count
        from recent
        inner join range(1, 15) as steps (days)
            on recent.next_day is null or steps.days < date_diff('day', recent.day, recent.next_day)
        where recent.recent_article_count >= 5
    ),
    entity_days as (
        select entity_id, day, article_count from mentioned
        union all
        select entity_id, day, article_count from absences
    ),
    entity_history as (
        select
            entity_id,
            day,
            article_count,
            coalesce(sum(article_count) over earlier, 0) as history_article_count,
            min(day) over (partition by entity_id) as first_day
        from entity_days
        window
            earlier as (
                partition by entity_id order by day range between interval 14 day preceding and interval 1 day preceding
            )
        qualify article_count > 0 or history_article_count >= 5
    ),
    compared as (
        select
            entity_history.day,
            entity_history.entity_id,
            entity_history.article_count,
            entity_history.first_day,
            day_history.history_days,
            coalesce(
                entity_history.history_article_count * day_history.article_count
                / nullif(day_history.history_article_count, 0),
                0
            ) as usual_article_count
        from entity_history
        inner join day_history using (day)
    ),
    scored as (
        select
            day,
            entity_id,
            article_count,
            first_day,
            history_days,
            usual_article_count,
            (article_count - usual_article_count) / sqrt(usual_article_count + 1) as score
        from compared
    )
select
    scored.day,
    scored.entity_id,
    entities.name,
    entities.kind,
    scored.article_count,
    round(scored.usual_article_count, 6) as usual_article_count,
    scored.history_days,
    round(scored.score, 6) as score,
    case
        when scored.history_days < 3 then 'unknown'
        when scored.day = scored.first_day then 'new'
        when scored.score >= 1.5 then 'rising'
        when scored.score <= -1 then 'fading'
        else 'usual'
    end as verdict
from scored
inner join entities using (entity_id)
