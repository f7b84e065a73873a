-- Stories that they are in
select left(m.article_id, 8) as article, story_id, left(stories.title, 60) as story, stories.article_count
from story_articles m
inner join stories using (story_id)
where m.article_id in ($1, $2)
order by m.article_id
