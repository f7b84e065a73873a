-- Values considered
select field, value, basis, confidence, is_chosen, reason
from field_candidates
where article_id = $1
order by field, is_chosen desc, confidence desc, value
