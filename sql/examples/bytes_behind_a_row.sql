-- Which bytes of which file stand behind an article?
-- columns: title, path, compression, member, line_number, byte_start, byte_end, file_id
select
    articles.title,
    files.path,
    files.compression,
    record_files.member,
    record_files.line_number,
    record_files.byte_start,
    record_files.byte_end,
    files.file_id
from articles
inner join record_files using (record_id)
inner join files on files.file_id = record_files.file_id
order by files.path, record_files.ordinal, articles.is_embedded, articles.article_id
