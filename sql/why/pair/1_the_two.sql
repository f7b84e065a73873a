-- The two articles
select left(article_id, 8) as article, left(title, 60) as title, s.name as source, published_at, word_count
from articles
left join sources s using (source_id)
where article_id in ($1, $2)
order by article_id
