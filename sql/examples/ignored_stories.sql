-- Which outlets ignored a story that most others carried?
-- columns: story, source, carrying_source_count, active_source_count, carrying_share, same_language
select story, source, carrying_source_count, active_source_count, carrying_share, same_language
from marts.blindspots
where carrying_share >= 0.5
order by carrying_share desc, story_id, source_id
