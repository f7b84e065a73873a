-- Stands in
select path, member, line_number, byte_start, byte_end
from record_files
inner join files using (file_id)
where record_id = $1
order by path
