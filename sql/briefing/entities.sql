-- People, organizations and places in the day's articles (copies folded), against their share of the 14 days before: new (in two articles or more), rising (score 1.5 or more), fading (-1 or less), usual; unknown with fewer than 3 landing days of history.
with
    recent as (
        select article_id, source_id, landed_on = $day as is_today, landed_on
        from articles
        where is_canonical and landed_on >= $day - interval 14 day and landed_on <= $day
    ),
    totals as (
        select
            count(*) filter (where is_today) as today_count,
            count(*) filter (where not is_today) as before_count,
            count(distinct landed_on) filter (where not is_today) as history_days
        from recent
    ),
    seen_before as (
        select distinct article_entities.entity_id from article_entities inner join articles using (article_id) where articles.landed_on < $day
    ),
    counted as (
        select
            article_entities.entity_id,
            count(*) filter (where recent.is_today) as article_count,
            count(*) filter (where not recent.is_today) as before_count,
            count(distinct recent.source_id) filter (where recent.is_today) as source_count
        from recent
        inner join article_entities using (article_id)
        group by article_entities.entity_id
    ),
    weighed as (
        select
            counted.entity_id,
            counted.article_count,
            counted.source_count,
            seen_before.entity_id is null as is_new,
            totals.history_days,
            coalesce(counted.before_count / nullif(totals.before_count, 0) * totals.today_count, 0) as usual_count,
            (counted.article_count - usual_count) / sqrt(usual_count + 1) as score
        from counted
        cross join totals
        left join seen_before using (entity_id)
    ),
    judged as (
        select
            entity_id,
            article_count,
            source_count,
            history_days,
            round(usual_count, 3) as usual_count,
            round(score, 3) as score,
            case
                when history_days < 3 then 'unknown'
                when is_new and article_count > 1 then 'new'
                when score >= 1.5 then 'rising'
                when score <= -1 then 'fading'
                else 'usual'
            end as verdict
        from weighed
    )
select
    entities.name as name,
    entities.kind as kind,
    judged.verdict,
    judged.article_count,
    judged.source_count,
    judged.usual_count,
    judged.score,
    judged.history_days
from judged
inner join entities using (entity_id)
where judged.article_count > 0 or judged.verdict = 'fading'
qualify
    row_number() over (
        partition by judged.verdict
        order by
            case when judged.verdict in ('usual', 'unknown') then judged.article_count else abs(judged.score) end desc,
            judged.source_count desc,
            judged.entity_id
    ) <= 8
order by
    judged.verdict, judged.article_count desc, abs(judged.score) desc, judged.source_count desc, judged.entity_id
