-- The counts of a story are the true ones.
select stories.story_id, stories.article_count, count(*) as members
from stories
left join articles using (story_id)
group by all
having count(articles.article_id) <> stories.article_count
