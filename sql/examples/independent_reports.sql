-- How many independent reports does a story have once copies are folded?
-- columns: story, article_count, independent_article_count, source_count, copies_share
select
    title as story,
    article_count,
    independent_article_count,
    source_count,
    round(1 - independent_article_count / article_count, 3) as copies_share
from stories
where article_count > 1
order by article_count desc, story_id
