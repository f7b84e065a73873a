-- Record
select record_id, format, encoding, char_count
from records
where record_id = $1
