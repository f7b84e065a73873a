-- Its stretches of the record
select ordinal, char_start, char_end, role, segments.reason, substr(text, char_start + 1, least(60,
    char_end - char_start)) as begins
from articles
inner join segments using (record_id)
inner join records using (record_id)
where articles.article_id = $1 and segments.article_id = $1
order by ordinal
