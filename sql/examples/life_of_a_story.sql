-- How long do stories live: first to last report, busiest day, days until half of the reports were out?
-- columns: story, first_day, last_day, days, article_count, peak_day, half_life_days
select
    story,
    min(day) as first_day,
    max(day) as last_day,
    max(day_number) + 1 as days,
    sum(article_count) as article_count,
    min(day) filter (where is_peak) as peak_day,
    min(day_number) filter (where running_share >= 0.5) as half_life_days
from marts.story_timeline
group by story_id, story
order by article_count desc, story_id
