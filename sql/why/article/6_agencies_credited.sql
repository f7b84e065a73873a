-- Agencies credited
select s.name, evidence, matched_text
from agency_credits
inner join sources s using (source_id)
where article_id = $1
