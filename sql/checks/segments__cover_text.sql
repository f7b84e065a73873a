-- The segments of a record follow each other from its first character to its last, without gap or overlap.
with
    neighbours as (
        select
            record_id, ordinal, char_start, char_end,
            coalesce(lag(char_end) over (partition by record_id order by ordinal), 0) as expected_start,
            lead(char_start) over (partition by record_id order by ordinal) as next_start
        from segments
    )
select records.record_id, ordinal, char_start, char_end, expected_start, char_count
from records
left join neighbours using (record_id)
where
    records.text is not null
    and records.char_count > 0
    and (
        ordinal is null or char_start <> expected_start or char_end <= char_start
        or (next_start is null and char_end <> char_count)
    )
