-- One row per article, as a person would list them: newest first.
-- article_id: The article.
-- title: Headline; null when the page has none.
-- source: Name of the publisher; null when the page does not say.
-- published_at: When it was published, UTC; null when the page does not say.
-- published_precision: How exact that is: second, minute, day (then the clock reads 00:00), month or none.
-- day: Day of publication (UTC), or the landing day where the page does not say.
-- landed_on: Landing day.
-- story: Title of its story.
-- topic: Label of its strongest topic; null when none was found.
-- is_copy: True when another article stands for the same text.
-- words: Words in the body.
with
    ranked_topics as (
        select article_id, label, row_number() over (partition by article_id order by score desc, topic_id) as rank
        from article_topics
        inner join topics using (topic_id)
    )
select
    articles.article_id,
    articles.title,
    sources.name as source,
    articles.published_at,
    articles.published_precision,
    case
        when articles.published_precision in ('second', 'minute', 'day') then cast(articles.published_at as date)
        else articles.landed_on
    end as day,
    articles.landed_on,
    stories.title as story,
    ranked_topics.label as topic,
    not articles.is_canonical as is_copy,
    articles.word_count as words
from articles
left join sources using (source_id)
left join stories using (story_id)
left join ranked_topics on ranked_topics.article_id = articles.article_id and ranked_topics.rank = 1
order by articles.published_at desc nulls last, articles.landed_on desc, articles.article_id
