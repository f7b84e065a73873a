-- Which outlet broke the story first, and by how long?
-- columns: story, verdict, source, published_at, lead, next_source, credited_agencies
select story, verdict, source, published_at, to_minutes(lead_minutes) as lead, next_source, credited_agencies
from marts.first_reports
where dated_source_count + undated_source_count > 1
order by dated_source_count desc, story_id
