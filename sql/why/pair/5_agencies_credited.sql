-- Agencies that they credit
select article_id, s.name as agency, evidence, matched_text
from agency_credits
inner join sources s using (source_id)
where article_id in ($1, $2)
order by article_id, agency, evidence
