-- Who reports from the ground? The place the dateline claims, next to the place the text speaks of most.
-- columns: source, title, dateline, most_named_place, dateline_in_places
with
    places as (
        select
            article_entities.article_id,
            arg_max(entities.name, (article_entities.mention_count, article_entities.salience, entities.entity_id)) as most_named,
            list(lower(entities.name)) as names
        from article_entities
        inner join entities using (entity_id)
        where entities.kind = 'place'
        group by article_entities.article_id
    )
select
    sources.name as source,
    articles.title,
    articles.dateline,
    places.most_named as most_named_place,
    coalesce(list_contains(places.names, lower(split_part(articles.dateline, ',', 1))), false) as dateline_in_places
from articles
left join sources using (source_id)
left join places on places.article_id = articles.article_id
where articles.dateline is not null and articles.is_latest_version
order by source nulls last, articles.article_id
