-- The two articles
select article_id, title, s.name as source, published_at, published_precision, landed_on, word_count, is_canonical
from articles
left join sources s using (source_id)
where article_id in ($1, $2)
order by article_id
