-- Agencies that they credit
select left(article_id, 8) as article, s.name as agency, evidence, left(matched_text, 60) as matched_text
from agency_credits
inner join sources s using (source_id)
where article_id in ($1, $2)
order by article_id, agency, evidence
