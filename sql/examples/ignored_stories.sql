-- Which outlets ignored a story of their language that at least half of the outlets carried?
-- columns: story, source, carrying_source_count, active_source_count, carrying_share, source_article_count
select story, source, carrying_source_count, active_source_count, carrying_share, source_article_count
from marts.blindspots
where carrying_share >= 0.5 and same_language
order by carrying_share desc, story_id, source_id
