-- How much room does each outlet give a person over time, English and other languages apart? (Tone is not measured.)
-- columns: day, source, is_english, name, article_count, mean_salience
select
    coalesce(cast(articles.published_at as date), articles.landed_on) as day,
    sources.name as source,
    articles.language = 'en' as is_english,
    entities.name,
    count(*) as article_count,
    round(avg(article_entities.salience), 3) as mean_salience
from article_entities
inner join entities using (entity_id)
inner join articles using (article_id)
inner join sources on sources.source_id = articles.source_id
where entities.kind = 'person' and articles.is_latest_version
group by coalesce(cast(articles.published_at as date), articles.landed_on), sources.name, is_english, entities.entity_id, entities.name
order by day, source, article_count desc, entities.entity_id
