-- Names (people, organizations, places) and topics in the day's articles (copies folded), against their share of the 14 days before: new (in two articles or more), rising (score 1.5 or more), fading (-1 or less), usual; unknown with fewer than 3 landing days of history.
with
    subjects as (
        select entity_id as subject_id, 'names' as family, name, kind from entities
        union all
        select topic_id as subject_id, 'topics' as family, label as name, 'topic' as kind from topics
    ),
    article_subjects as (
        select article_id, entity_id as subject_id from article_entities
        union all
        select article_id, topic_id as subject_id from article_topics
    ),
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
        select distinct article_subjects.subject_id
        from article_subjects
        inner join articles using (article_id)
        where articles.landed_on < $day
    ),
    counted as (
        select
            article_subjects.subject_id,
            count(*) filter (where recent.is_today) as article_count,
            count(*) filter (where not recent.is_today) as before_count,
            count(distinct recent.source_id) filter (where recent.is_today) as source_count
        from recent
        inner join article_subjects using (article_id)
        group by article_subjects.subject_id
    ),
    weighed as (
        select
            counted.subject_id,
            counted.article_count,
            counted.source_count,
            seen_before.subject_id is null as is_new,
            totals.history_days,
            coalesce(counted.before_count / nullif(totals.before_count, 0) * totals.today_count, 0) as usual_count,
            (counted.article_count - usual_count) / sqrt(usual_count + 1) as score
        from counted
        cross join totals
        left join seen_before using (subject_id)
    ),
    judged as (
        select
            subject_id,
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
    subjects.family,
    subjects.name,
    subjects.kind,
    judged.verdict,
    judged.article_count,
    judged.source_count,
    judged.usual_count,
    judged.score,
    judged.history_days
from judged
inner join subjects using (subject_id)
where judged.article_count > 0 or judged.verdict = 'fading'
qualify
    row_number() over (
        partition by subjects.family, judged.verdict
        order by
            case when judged.verdict in ('usual', 'unknown') then judged.article_count else abs(judged.score) end desc,
            judged.source_count desc,
            judged.subject_id
    ) <= 8
order by
    subjects.family,
    judged.verdict,
    judged.article_count desc,
    abs(judged.score) desc,
    judged.source_count desc,
    judged.subject_id
