-- Comes from
select path, member, line_number, byte_start, byte_end, records.format, records.encoding
from articles
inner join records using (record_id)
inner join record_files using (record_id)
inner join files using (file_id)
where article_id = $1
order by path
