-- Files and records of the day that gave no article, by reason, with one example.
with paths as (select file_id, min(path) as path from files group by file_id)
select
    quarantine.reason,
    count(*) as item_count,
    arg_min(paths.path, (paths.path, quarantine.line_number, quarantine.byte_start)) as path,
    arg_min(quarantine.detail, (paths.path, quarantine.line_number, quarantine.byte_start)) as detail
from quarantine
left join paths using (file_id)
where quarantine.landed_on = $day
group by quarantine.reason
order by item_count desc, quarantine.reason
limit 15
