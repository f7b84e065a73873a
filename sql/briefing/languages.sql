-- The languages of the day's articles.
select language, count(*) as article_count, count(distinct source_id) as source_count
from articles
where landed_on = $day
group by language
order by article_count desc, language nulls last
limit 12
