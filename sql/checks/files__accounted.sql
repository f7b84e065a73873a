-- The counts in files are the true ones, and its status follows from them.
with
    record_counts as (select file_id, count(*) as n from record_files group by file_id),
    article_counts as (
        select file_id, count(*) as n
        from (select distinct file_id, record_id from record_files)
        inner join articles using (record_id)
        group by file_id
    ),
    -- A file whose bytes were not read has no file_id: its row in quarantine has its path instead.
    quarantine_counts as (select coalesce(file_id, path) as file, count(*) as n from quarantine group by all)
select
    files.path, files.status, files.record_count, record_counts.n as records_there, files.article_count,
    article_counts.n as articles_there, files.quarantine_count, quarantine_counts.n as quarantined_there
from files
left join record_counts using (file_id)
left join article_counts using (file_id)
left join quarantine_counts on quarantine_counts.file = coalesce(files.file_id, files.path)
where
    files.record_count <> coalesce(record_counts.n, 0)
    or files.article_count <> coalesce(article_counts.n, 0)
    or files.quarantine_count <> coalesce(quarantine_counts.n, 0)
    or (files.status = 'parsed' and files.article_count = 0)
    or (files.status = 'quarantined' and (files.article_count > 0 or files.quarantine_count = 0))
