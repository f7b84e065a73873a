-- Who reports from the ground? The place the dateline claims, how often the text names it, and the place it names most.
-- columns: source, title, dateline, dateline_place_in_text, most_named_place, most_named_in_text
with
    places as (
        select
            article_entities.article_id,
            arg_max(
                struct_pack(name := entities.name, mention_count := article_entities.mention_count),
                (article_entities.mention_count, article_entities.salience, entities.entity_id)
            ) as most_named
        from article_entities
        inner join entities using (entity_id)
        where entities.kind = 'place'
        group by article_entities.article_id
    )
select
    sources.name as source,
    articles.title,
    articles.dateline,
    len(string_split(lower(articles.body), lower(split_part(articles.dateline, ',', 1)))) - 1 as dateline_place_in_text,
    places.most_named.name as most_named_place,
    places.most_named.mention_count as most_named_in_text
from articles
left join sources using (source_id)
left join places on places.article_id = articles.article_id
where articles.dateline is not null and articles.is_latest_version
order by source nulls last, articles.article_id
