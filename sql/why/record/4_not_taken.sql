-- Not taken
select stage, reason, detail, sample
from quarantine
where record_id = $1
