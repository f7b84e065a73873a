-- Not taken
select line_number, byte_start, q.stage, q.reason, q.detail, q.sample
from files
inner join quarantine q using (file_id)
where path = $1 or file_id = $1
order by line_number
