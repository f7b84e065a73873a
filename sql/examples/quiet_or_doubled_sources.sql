-- Which sources are quiet or loud on the latest landing day, and is it them or our parser?
-- columns: landed_on, source, article_count, usual_article_count, score, verdict, looks_like
select landed_on, source, article_count, usual_article_count, score, verdict, looks_like
from marts.source_health
where landed_on = (select max(landed_on) from marts.source_health)
order by abs(score) desc nulls last, source_id
