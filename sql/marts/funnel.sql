-- One row per landing day, level and outcome: how much came in, and what became of it. Within a day and a level the outcomes add up to everything.
-- landed_on: Landing day; for a record or its text, the earliest of its files.
-- level: file, record or text.
-- outcome: File: parsed, quarantined, skipped or gone. Record: article or quarantined. Text: the role of the stretch, as in segments.
-- reason: Why it was quarantined or skipped; null for the others.
-- item_count: Files, records or stretches.
-- size: Bytes of the files as they lie on disk, bytes of the records after decompression, or characters of text.
-- unit: bytes or characters.
-- share: Share of the size of that day and level, 0 to 1; null when that is 0.
with
    distinct_records as (
        select
            record_files.record_id,
            min(files.landed_on) as landed_on,
            max(record_files.byte_end - record_files.byte_start) as size
        from record_files
        inner join (
            select file_id, min(landed_on) as landed_on from files where file_id is not null group by file_id
        ) as files using (file_id)
        group by record_files.record_id
    ),
    fruitful as (select distinct record_id from articles),
    refusals as (
        select record_id, min(reason) as reason from quarantine where record_id is not null group by record_id
    ),
    outcomes as (
        select
            landed_on,
            'file' as level,
            status as outcome,
            reason,
            'bytes' as unit,
            count(*) as item_count,
            coalesce(sum(size_bytes), 0) as size
        from files
        group by landed_on, status, reason
        union all
        select
            distinct_records.landed_on,
            'record' as level,
            case when fruitful.record_id is null then 'quarantined' else 'article' end as outcome,
            case when fruitful.record_id is null then refusals.reason end as reason,
            'bytes' as unit,
            count(*) as item_count,
            sum(distinct_records.size) as size
        from distinct_records
        left join fruitful using (record_id)
        left join refusals on refusals.record_id = distinct_records.record_id
        group by all
        union all
        select
            distinct_records.landed_on,
            'text' as level,
            segments.role as outcome,
            null as reason,
            'characters' as unit,
            count(*) as item_count,
            sum(segments.char_end - segments.char_start) as size
        from segments
        inner join distinct_records using (record_id)
        group by distinct_records.landed_on, segments.role
    )
select
    landed_on,
    level,
    outcome,
    reason,
    item_count,
    cast(size as bigint) as size,
    unit,
    round(size / nullif(sum(size) over (partition by landed_on, level), 0), 6) as share
from outcomes
order by landed_on desc, level, size desc, outcome, reason nulls first
