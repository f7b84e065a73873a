-- How much room does each outlet give a person, week by week, in English and in other languages? (Tone is not measured: docs/adr/0008.)
-- columns: week, source, name, english_articles, other_articles, in_headline, mean_salience
select
    cast(date_trunc('week', article_list.day) as date) as week,
    article_list.source,
    entities.name,
    count(*) filter (where articles.language = 'en') as english_articles,
    count(*) filter (where articles.language <> 'en') as other_articles,
    count(*) filter (where article_entities.in_title) as in_headline,
    round(avg(article_entities.salience), 3) as mean_salience
from article_entities
inner join entities using (entity_id)
inner join articles using (article_id)
inner join marts.article_list using (article_id)
where entities.kind = 'person' and articles.is_latest_version and article_list.source is not null
group by week, article_list.source, entities.entity_id, entities.name
order by week desc, count(*) desc, mean_salience desc, article_list.source, entities.entity_id
limit 50
