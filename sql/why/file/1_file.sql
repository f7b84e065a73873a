-- File
select path, status, reason, detail, format, compression, encoding, landed_on, record_count, article_count,
    quarantine_count, file_id
from files
where path = $1 or file_id = $1
