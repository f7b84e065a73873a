-- Which sources went quiet or doubled, and is it them or our parser?
-- columns: landed_on, source, article_count, usual_article_count, verdict, looks_like
select landed_on, source, article_count, usual_article_count, verdict, looks_like
from marts.source_health
where verdict in ('silent', 'low', 'high')
order by landed_on desc, source_id
