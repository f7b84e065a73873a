-- Who reported the day's stories first, as far as the dates decide; stories that one publisher alone reports are left out.
with
    today as (
        select story_id, count(*) as article_count
        from articles
        where landed_on = $day and story_id is not null
        group by story_id
    )
select
    first_reports.story_id,
    first_reports.story,
    first_reports.verdict,
    first_reports.source,
    first_reports.published_at,
    first_reports.published_precision,
    first_reports.lead_minutes,
    first_reports.next_source,
    first_reports.credited_agencies
from marts.first_reports
inner join today using (story_id)
where first_reports.dated_source_count + first_reports.undated_source_count > 1
order by
    first_reports.dated_source_count + first_reports.undated_source_count desc, today.article_count desc, first_reports.story_id
limit 10
