-- Stories that they are in
select m.article_id, story_id, stories.title, stories.article_count, m.similarity
from story_articles m
inner join stories using (story_id)
where m.article_id in ($1, $2)
order by m.article_id
