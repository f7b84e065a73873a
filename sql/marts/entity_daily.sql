-- One row per person, organization or place and day on which an article mentions it.
-- day: Day of publication (UTC), or the landing day where the page does not say.
-- entity_id: The entity.
-- name: Its canonical name.
-- kind: person, organization or place.
-- article_count: Articles that mention it, copies included, each in its newest version.
-- independent_article_count: Articles that mention it, with copies folded.
-- source_count: Publishers that mention it.
-- title_count: Articles that name it in the headline.
-- mention_count: Mentions in their bodies.
with
    dated as (
        select
            article_id,
            source_id,
            is_canonical,
            case
                when published_precision in ('second', 'minute', 'day') then cast(published_at as date) else landed_on
            end as day
        from articles
        where is_latest_version
    ),
    numbered_sources as (select source_id, row_number() over (order by source_id) as source_number from sources),
    numbered as (
        select dated.article_id, dated.is_canonical, dated.day, numbered_sources.source_number
        from dated
        left join numbered_sources using (source_id)
    ),
    counted as (
        select
            numbered.day,
            article_entities.entity_id,
            count(*) as article_count,
            count(*) filter (where numbered.is_canonical) as independent_article_count,
            count(distinct numbered.source_number) as source_count,
            count(*) filter (where article_entities.in_title) as title_count,
            sum(article_entities.mention_count) as mention_count
        from article_entities
        inner join numbered using (article_id)
        group by numbered.day, article_entities.entity_id
    )
select
    counted.day,
    entities.entity_id,
    entities.name,
    entities.kind,
    counted.article_count,
    counted.independent_article_count,
    counted.source_count,
    counted.title_count,
    counted.mention_count
from counted
inner join entities using (entity_id)
