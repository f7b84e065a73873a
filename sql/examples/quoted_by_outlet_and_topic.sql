-- Whose voice does each outlet quote most, and on which topic?
-- columns: source, topic, speaker, quote_count
with
    leading_topics as (
        select article_id, topic_id
        from article_topics
        qualify row_number() over (partition by article_id order by score desc, topic_id) = 1
    )
select
    sources.name as source,
    topics.label as topic,
    coalesce(entities.name, quotes.speaker) as speaker,
    count(distinct quotes.quote_group_id) as quote_count
from quotes
inner join articles using (article_id)
inner join sources on sources.source_id = articles.source_id
left join leading_topics on leading_topics.article_id = articles.article_id
left join topics on topics.topic_id = leading_topics.topic_id
left join entities on entities.entity_id = quotes.speaker_entity_id
-- Who is no entity has a name when two words or more are written large, the last one too: not they, nor the chief.
where
    articles.is_latest_version
    and (entities.name is not null or regexp_matches(quotes.speaker, '(^|\s)\p{Lu}\S*(\s\S+)*\s\p{Lu}\S*$|\p{Lo}'))
group by sources.name, topics.label, coalesce(entities.name, quotes.speaker)
order by sources.name, quote_count desc, speaker, topic nulls last
