-- What landed that day: articles, their publishers and stories, and what was not taken.
with
    landed as (select source_id, story_id, is_canonical, published_at, published_precision from articles where landed_on = $day),
    seen_before as (select distinct story_id from articles where landed_on < $day),
    stories_today as (
        select landed.story_id, seen_before.story_id is null as is_new
        from (select distinct story_id from landed where story_id is not null) as landed
        left join seen_before using (story_id)
    )
select
    (select max(landed_on) from files where landed_on < $day and status in ('parsed', 'quarantined')) as previous_day,
    (select count(*) from files where landed_on = $day and status in ('parsed', 'quarantined')) as file_count,
    (select count(*) from landed) as article_count,
    (select count(*) from landed where not is_canonical) as copy_count,
    (select count(distinct source_id) from landed) as source_count,
    (select count(*) from stories_today) as story_count,
    (select count(*) from stories_today where is_new) as new_story_count,
    (select count(*) from quarantine where landed_on = $day) as quarantine_count,
    (select max(published_at) from landed where published_precision in ('second', 'minute')) as newest_report_at,
    build.build_id,
    build.broadsheet_version
from build
