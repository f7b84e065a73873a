-- Its story
select story_id, stories.title, stories.article_count, m.similarity, m.shared_entities
from story_articles m
inner join stories using (story_id)
where m.article_id = $1
