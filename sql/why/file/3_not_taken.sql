-- Not taken
select line_number, byte_start, q.stage, q.reason, q.detail, q.sample
from files
inner join quarantine q on coalesce(q.file_id, q.path) = coalesce(files.file_id, files.path)
where files.path = $1 or files.file_id = $1
order by line_number
