-- Stretches
select ordinal, char_start, char_end, role, reason, substr(text, char_start + 1, least(60,
    char_end - char_start)) as begins
from segments
inner join records using (record_id)
where record_id = $1
order by ordinal
