-- One row per pair of entities and day on which an article speaks of both. Of each article, the ten most salient entities count; copies are folded.
-- day: Day of publication (UTC), or the landing day where the page does not say.
-- entity_id: One entity (the smaller id).
-- name: Its canonical name.
-- other_entity_id: The other one.
-- other_name: Its canonical name.
-- article_count: Independent articles that speak of both.
-- source_count: Publishers of those articles.
-- is_new: True on the first day on which the warehouse has the two together.
with
    dated as (
        select
            article_id,
            source_id,
            case
                when published_precision in ('second', 'minute', 'day') then cast(published_at as date) else landed_on
            end as day
        from articles
        where is_latest_version and is_canonical
    ),
    ranked as (
        select
            article_id,
            entity_id,
            row_number() over (partition by article_id order by salience desc, entity_id) as place
        from article_entities
    ),
    leading_entities as (select article_id, entity_id from ranked where place <= 10),
    pairs as (
        select
            dated.day,
            one.entity_id,
            other.entity_id as other_entity_id,
            count(*) as article_count,
            count(distinct dated.source_id) as source_count
        from leading_entities as one
        inner join leading_entities as other on other.article_id = one.article_id and one.entity_id < other.entity_id
        inner join dated on dated.article_id = one.article_id
        group by dated.day, one.entity_id, other.entity_id
    )
select
    pairs.day,
    pairs.entity_id,
    entities.name,
    pairs.other_entity_id,
    others.name as other_name,
    pairs.article_count,
    pairs.source_count,
    pairs.day = min(pairs.day) over (partition by pairs.entity_id, pairs.other_entity_id) as is_new
from pairs
inner join entities on entities.entity_id = pairs.entity_id
inner join entities as others on others.entity_id = pairs.other_entity_id
