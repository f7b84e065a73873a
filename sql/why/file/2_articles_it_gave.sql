-- Articles it gave
select article_id, is_embedded, title, s.name as source, published_at
from files
inner join record_files using (file_id)
inner join articles a using (record_id)
left join sources s using (source_id)
where path = $1 or file_id = $1
order by record_files.ordinal, is_embedded
