-- Publishers from which nothing landed that day, or much less or more than usual.
select source, article_count, usual_article_count, history_days, verdict, looks_like
from marts.source_health
where
    landed_on = $day
    and usual_article_count > 0
    and (article_count = 0 or verdict in ('low', 'high') and abs(article_count - usual_article_count) >= 2)
order by article_count > 0, usual_article_count desc, source_id
limit 15
