-- Who is quoted in the articles of the day, by how many publishers, and one quotation of each: in quotation marks and widely printed if there is one.
with
    spoken as (
        select
            quotes.quote_id,
            quotes.quote_group_id,
            quotes.quote,
            quotes.is_direct,
            quotes.confidence,
            coalesce(quotes.speaker_entity_id, quotes.speaker) as speaker_key,
            coalesce(entities.name, quotes.speaker) as speaker,
            articles.article_id,
            articles.source_id,
            sources.name as source,
            articles.title,
            articles.url,
            articles.language,
            count(*) over (partition by quotes.quote_group_id) as print_count,
            length(quotes.quote) between 40 and 260 and regexp_matches(quotes.quote, '^[\p{Lu}¿¡]') as is_readable
        from quotes
        inner join articles using (article_id)
        left join sources on sources.source_id = articles.source_id
        left join entities on entities.entity_id = quotes.speaker_entity_id
        where
            articles.landed_on = $day
            and (quotes.speaker_entity_id is not null or regexp_matches(quotes.speaker, '^\p{Lu}'))
    ),
    voices as (
        select
            speaker_key,
            count(distinct quote_group_id) as quote_count,
            count(distinct article_id) as article_count,
            count(distinct source_id) as source_count
        from spoken
        group by speaker_key
    ),
    samples as (
        select speaker_key, speaker, quote, is_direct, source, title, url, language
        from spoken
        qualify
            row_number() over (
                partition by speaker_key
                order by is_readable desc, is_direct desc, print_count desc, confidence desc, length(quote) desc, quote_id
            ) = 1
    )
select
    samples.speaker,
    voices.quote_count,
    voices.article_count,
    voices.source_count,
    samples.quote,
    samples.is_direct,
    samples.source,
    samples.title,
    samples.url,
    samples.language
from voices
inner join samples using (speaker_key)
order by voices.source_count desc, voices.quote_count desc, voices.article_count desc, samples.speaker
limit 9
