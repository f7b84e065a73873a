-- Articles
select a.title, s.name as source, a.published_at, m.similarity, m.shared_entities, article_id
from story_articles m
inner join articles a using (article_id)
left join sources s using (source_id)
where m.story_id = $1
order by a.published_at nulls last, article_id
