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
    )
select
    dated.day,
    entities.entity_id,
    entities.name,
    entities.kind,
    count(*) as article_count,
    count(*) filter (where dated.is_canonical) as independent_article_count,
    count(distinct dated.source_id) as source_count,
    count(*) filter (where article_entities.in_title) as title_count,
    sum(article_entities.mention_count) as mention_count
from article_entities
inner join dated using (article_id)
inner join entities using (entity_id)
group by dated.day, entities.entity_id, entities.name, entities.kind
