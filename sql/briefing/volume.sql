-- Articles by landing day, over the 14 days up to this one.
select landed_on as day, count(*) as article_count
from articles
where landed_on > $day - interval 14 day and landed_on <= $day
group by landed_on
order by landed_on
