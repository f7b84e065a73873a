-- One row per day, publisher and topic: the mix of subjects. An article counts for each of its topics.
-- day: Day of publication (UTC), or the landing day where the page does not say.
-- source_id: Publisher; null for the articles whose page does not name one.
-- source: Its name; null likewise.
-- country_code: Its country; null when unknown.
-- topic_id: The topic.
-- topic: Its label.
-- top_topic: Label of the broadest topic above it; its own at the top.
-- article_count: Articles on it (newest versions), copies included.
-- independent_article_count: Articles on it, with copies folded.
-- weight: Sum of the topic's scores in those articles.
-- share: Share of the publisher's topic weight of that day, 0 to 1.
with recursive
    ancestry as (
        select topic_id, label, parent_topic_id, label as top_label
        from topics
        where parent_topic_id is null
        union all
        select topics.topic_id, topics.label, topics.parent_topic_id, ancestry.top_label
        from topics
        inner join ancestry on ancestry.topic_id = topics.parent_topic_id
    ),
    dated as (
        select
            article_id,
            source_id,
            is_canonical,
            case
                when published_precision in ('second', 'minute', 'day') then cast(published_at as date) else landed_on
            end as day
        from articles
        where is_latest_version
    ),
    mix as (
        select
            dated.day,
            dated.source_id,
            article_topics.topic_id,
            count(*) as article_count,
            count(*) filter (where dated.is_canonical) as independent_article_count,
            round(sum(article_topics.score), 6) as weight
        from article_topics
        inner join dated using (article_id)
        group by dated.day, dated.source_id, article_topics.topic_id
    )
select
    mix.day,
    mix.source_id,
    sources.name as source,
    sources.country_code,
    mix.topic_id,
    ancestry.label as topic,
    ancestry.top_label as top_topic,
    mix.article_count,
    mix.independent_article_count,
    mix.weight,
    round(mix.weight / nullif(sum(mix.weight) over (partition by mix.day, mix.source_id), 0), 6) as share
from mix
inner join ancestry using (topic_id)
left join sources on sources.source_id = mix.source_id
