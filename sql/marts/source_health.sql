-- One row per publisher and landing day from its first one on: has it gone quiet or doubled, and is it them or our parser?
-- landed_on: Landing day, of those on which anything landed.
-- source_id: The publisher.
-- source: Its name.
-- article_count: Articles that landed; 0 on a silent day.
-- usual_article_count: Mean of its up to 14 landing days before; null without any.
-- history_days: Landing days before that the mean is made of.
-- score: (article_count - usual_article_count) / sqrt(usual_article_count + 1): how far that is from usual; within 1.5 it may well be chance.
-- verdict: silent (none), low (at most half of usual), high (twice usual or more), each with a score beyond 1.5; usual; or unknown (fewer than 3 days of history).
-- doubtful_share: Share of its articles without a title or a date, or with an extraction confidence below 0.5; null on a silent day.
-- usual_doubtful_share: The same over the days before.
-- refused_share: Share of the day's files, of all publishers, that gave no article.
-- usual_refused_share: The same over the days before.
-- looks_like: parser: its articles became more doubtful; unknown: fewer articles while more files were refused, and a refused file does not tell whose it is; source: neither; null for usual and unknown.
with
    file_days as (
        select
            landed_on,
            count(*) filter (where status in ('parsed', 'quarantined')) as file_count,
            count(*) filter (where status = 'quarantined') as refused_count
        from files
        group by landed_on
    ),
    landing_days as (
        select
            landed_on,
            refused_count / nullif(file_count, 0) as refused_share,
            sum(refused_count) over earlier / nullif(sum(file_count) over earlier, 0) as usual_refused_share
        from file_days
        window earlier as (order by landed_on rows between 14 preceding and 1 preceding)
    ),
    arrivals as (
        select
            source_id,
            landed_on,
            count(*) as article_count,
            count(*) filter (
                where title is null or published_precision = 'none' or extraction_confidence < 0.5
            ) as doubtful_count
        from articles
        where source_id is not null
        group by source_id, landed_on
    ),
    first_days as (select source_id, min(landed_on) as first_day from arrivals group by source_id),
    calendar as (
        select
            first_days.source_id,
            landing_days.landed_on,
            landing_days.refused_share,
            landing_days.usual_refused_share,
            coalesce(arrivals.article_count, 0) as article_count,
            coalesce(arrivals.doubtful_count, 0) as doubtful_count
        from first_days
        inner join landing_days on landing_days.landed_on >= first_days.first_day
        left join arrivals
            on arrivals.source_id = first_days.source_id and arrivals.landed_on = landing_days.landed_on
    ),
    history as (
        select
            source_id,
            landed_on,
            article_count,
            refused_share,
            usual_refused_share,
            doubtful_count / nullif(article_count, 0) as doubtful_share,
            avg(article_count) over earlier as usual_article_count,
            count(*) over earlier as history_days,
            sum(doubtful_count) over earlier / nullif(sum(article_count) over earlier, 0) as usual_doubtful_share
        from calendar
        window earlier as (partition by source_id order by landed_on rows between 14 preceding and 1 preceding)
    ),
    judged as (
        select
            source_id,
            landed_on,
            article_count,
            usual_article_count,
            history_days,
            doubtful_share,
            usual_doubtful_share,
            refused_share,
            usual_refused_share,
            (article_count - usual_article_count) / sqrt(usual_article_count + 1) as score,
            case
                when history_days < 3 then 'unknown'
                when abs(score) < 1.5 then 'usual'
                when article_count = 0 then 'silent'
                when article_count <= usual_article_count / 2 then 'low'
                when article_count >= usual_article_count * 2 then 'high'
                else 'usual'
            end as verdict
        from history
    )
select
    judged.landed_on,
    judged.source_id,
    sources.name as source,
    judged.article_count,
    round(judged.usual_article_count, 6) as usual_article_count,
    judged.history_days,
    round(judged.score, 6) as score,
    judged.verdict,
    round(judged.doubtful_share, 6) as doubtful_share,
    round(judged.usual_doubtful_share, 6) as usual_doubtful_share,
    round(judged.refused_share, 6) as refused_share,
    round(judged.usual_refused_share, 6) as usual_refused_share,
    case
        when judged.verdict in ('usual', 'unknown') then null
        when judged.doubtful_share > judged.usual_doubtful_share + 0.25 then 'parser'
        when
            judged.verdict in ('silent', 'low')
            and judged.refused_share > coalesce(judged.usual_refused_share, 0) + 0.1
            then 'unknown'
        else 'source'
    end as looks_like
from judged
inner join sources using (source_id)
order by judged.landed_on desc, abs(score) desc nulls last, judged.source_id
