-- Story
select *
from stories
where story_id = $1
