-- Every article belongs to a story, a copy to that of its canonical article.
select articles.article_id, articles.story_id, canonical.story_id as canonical_story_id
from articles
left join duplicate_groups as groups using (duplicate_group_id)
left join articles as canonical on canonical.article_id = groups.canonical_article_id
where articles.story_id is null or articles.story_id <> coalesce(canonical.story_id, articles.story_id)
