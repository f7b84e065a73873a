-- Publishers that give an article a day and gave none that day, or many less or more than usual.
select source, article_count, usual_article_count, history_days, verdict, looks_like
from marts.source_health
where
    landed_on = $day
    and (article_count = 0 and usual_article_count >= 1 or verdict in ('silent', 'low', 'high'))
order by article_count > 0, usual_article_count desc, source_id
limit 15
