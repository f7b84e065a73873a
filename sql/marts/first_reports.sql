-- One row per story: who reported it first, as far as the dates decide. A date stands for all the time it can mean, a day for its 24 hours (UTC). The pages of a story that name no publisher count as one more publisher. A report that credits an agency does not compete where that agency's own report is in the story.
-- story_id: The story.
-- story: Its title.
-- verdict: first: one publisher was certainly earlier than every other one; first_of_dated: earlier than every dated one, but others are undated; tie: the earliest dates overlap; only: no other publisher reports it by itself; unknown: no publisher's report is dated.
-- source_id: The publisher; null for tie and unknown.
-- source: Its name.
-- article_id: Its earliest article; null for tie and unknown.
-- published_at: When that was published, UTC; the earliest date of all for a tie.
-- published_precision: How exact that is.
-- credited_agencies: Agencies other than its publisher that this article credits: then the report may be theirs.
-- lead_minutes: Least time between it and the next publisher, in minutes; null when nobody follows or the dates do not decide.
-- next_source: The dated publisher that came next, or the tied ones in alphabetical order.
-- dated_source_count: Publishers with a dated report.
-- undated_source_count: Publishers with an undated report only.
with
    reprints as (
        select distinct articles.article_id
        from agency_credits
        inner join articles on articles.article_id = agency_credits.article_id
        inner join articles as originals
            on originals.source_id = agency_credits.source_id and originals.story_id = articles.story_id
        where articles.source_id is distinct from agency_credits.source_id
    ),
    members as (
        select
            articles.story_id,
            coalesce(articles.source_id, '') as source_id,
            articles.article_id,
            articles.published_at,
            articles.published_precision,
            articles.published_at + case articles.published_precision
                when 'second' then interval 1 second
                when 'minute' then interval 1 minute
                when 'day' then interval 1 day
                when 'month' then interval 1 month
            end as published_before
        from articles
        left join reprints using (article_id)
        where articles.story_id is not null and reprints.article_id is null
    ),
    publishers as (
        select
            story_id,
            source_id,
            min(published_at) as earliest_from,
            min(published_before) as earliest_before,
            arg_min(article_id, (published_before, published_at, article_id)) as article_id,
            arg_min(published_at, (published_before, published_at, article_id)) as published_at,
            arg_min(published_precision, (published_before, published_at, article_id)) as published_precision
        from members
        group by story_id, source_id
    ),
    ranked as (
        select
            publishers.story_id,
            publishers.source_id,
            coalesce(sources.name, 'an unnamed publisher') as name,
            publishers.earliest_from,
            publishers.earliest_before,
            publishers.article_id,
            publishers.published_at,
            publishers.published_precision,
            row_number() over (
                partition by publishers.story_id
                order by publishers.earliest_before nulls last, publishers.earliest_from, publishers.source_id
            ) as place,
            min(publishers.earliest_before) over (partition by publishers.story_id) as first_before
        from publishers
        left join sources using (source_id)
    ),
    contests as (
        select
            story_id,
            count(earliest_before) as dated_source_count,
            count(*) filter (where earliest_before is null) as undated_source_count,
            min(earliest_from) filter (where place > 1) as next_from,
            min(earliest_from) as first_from,
            arg_min(name, (earliest_from, name)) filter (where place > 1 and earliest_from is not null) as next_name,
            string_agg(name, ', ' order by name) filter (where earliest_from < first_before) as tied_names
        from ranked
        group by story_id
    ),
    judged as (
        select
            story_id,
            next_from,
            first_from,
            next_name,
            tied_names,
            dated_source_count,
            undated_source_count,
            ranked.source_id,
            ranked.name,
            ranked.article_id,
            ranked.published_at,
            ranked.published_precision,
            ranked.earliest_before,
            case
                when dated_source_count = 0 then 'unknown'
                when dated_source_count + undated_source_count = 1 then 'only'
                when next_from < ranked.earliest_before then 'tie'
                when undated_source_count > 0 then 'first_of_dated'
                else 'first'
            end as verdict
        from contests
        inner join ranked using (story_id)
        where ranked.place = 1
    ),
    credited as (
        select agency_credits.article_id, list(distinct sources.name order by sources.name) as agencies
        from agency_credits
        inner join sources using (source_id)
        inner join articles on articles.article_id = agency_credits.article_id
        where articles.source_id is distinct from agency_credits.source_id
        group by agency_credits.article_id
    )
select
    stories.story_id,
    stories.title as story,
    coalesce(judged.verdict, 'unknown') as verdict,
    case when judged.verdict not in ('tie', 'unknown') then nullif(judged.source_id, '') end as source_id,
    case when judged.verdict not in ('tie', 'unknown') then judged.name end as source,
    case when judged.verdict not in ('tie', 'unknown') then judged.article_id end as article_id,
    case judged.verdict when 'unknown' then null when 'tie' then judged.first_from else judged.published_at end as published_at,
    case when judged.verdict not in ('tie', 'unknown') then judged.published_precision end as published_precision,
    case
        when judged.verdict not in ('tie', 'unknown') then coalesce(credited.agencies, [])
    end as credited_agencies,
    case
        when judged.verdict in ('first', 'first_of_dated') then date_diff('minute', judged.earliest_before, judged.next_from)
    end as lead_minutes,
    case judged.verdict when 'tie' then judged.tied_names else judged.next_name end as next_source,
    coalesce(judged.dated_source_count, 0) as dated_source_count,
    coalesce(judged.undated_source_count, 0) as undated_source_count
from stories
left join judged using (story_id)
left join credited on credited.article_id = judged.article_id
order by dated_source_count + undated_source_count desc, published_at desc nulls last, stories.story_id
