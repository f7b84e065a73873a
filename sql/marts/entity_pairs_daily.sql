-- One row per pair of entities and day on which an article speaks of both. Of each article, the eight most salient entities count; copies are folded.
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
    numbered as (select entity_id, name, row_number() over (order by entity_id) as number from entities),
    ranked as (
        select
            dated.day,
            dated.article_id,
            dated.source_id,
            numbered.number,
            row_number() over (
                partition by dated.article_id order by article_entities.salience desc, numbered.number
            ) as place
        from article_entities
        inner join dated using (article_id)
        inner join numbered using (entity_id)
    ),
    leading_entities as (select day, article_id, source_id, number from ranked where place <= 8),
    pairs_by_source as (
        select one.day, one.number, other.number as other_number, one.source_id, count(*) as article_count
        from leading_entities as one
        inner join leading_entities as other on other.article_id = one.article_id and one.number < other.number
        group by one.day, one.number, other.number, one.source_id
    ),
    pairs as (
        select day, number, other_number, sum(article_count) as article_count, count(source_id) as source_count
        from pairs_by_source
        group by day, number, other_number
    ),
    first_days as (select number, other_number, min(day) as day from pairs group by number, other_number)
select
    pairs.day,
    one.entity_id,
    one.name,
    other.entity_id as other_entity_id,
    other.name as other_name,
    pairs.article_count,
    pairs.source_count,
    pairs.day = first_days.day as is_new
from pairs
inner join first_days using (number, other_number)
inner join numbered as one on one.number = pairs.number
inner join numbered as other on other.number = pairs.other_number
