-- One row per occurrence of a quotation that stands in two articles or more: one quote across publishers, side by side.
-- quote_group_id: The quotation.
-- article_count: Articles that hold it (newest versions).
-- source_count: Publishers of those articles.
-- position: Order of publication within the group, from 1; undated ones last.
-- quote_id: This occurrence.
-- article_id: The article it stands in.
-- source: Its publisher; null when unknown.
-- title: Its headline.
-- published_at: When it was published, UTC.
-- published_precision: How exact that is.
-- quote: The words quoted here.
-- speaker: Who says it: the entity's name, or the name as written.
-- group_speaker: The speaker most occurrences name; the first in the alphabet when equal.
-- longest_quote: The longest wording of the group.
-- wording: longest; same (as the longest, punctuation and case aside); cut (a part of the longest, word for word); different.
-- is_first: True when it was certainly published before every other article of the group, false when another one was, null when the dates do not decide.
with
    occurrences as (
        select
            quotes.quote_group_id,
            quotes.quote_id,
            quotes.article_id,
            quotes.quote,
            trim(regexp_replace(lower(quotes.quote), '[^\p{L}\p{N}]+', ' ', 'g')) as folded,
            coalesce(entities.name, quotes.speaker) as speaker,
            articles.title,
            articles.source_id,
            sources.name as source,
            articles.published_at,
            articles.published_precision,
            articles.published_at + case articles.published_precision
                when 'second' then interval 1 second
                when 'minute' then interval 1 minute
                when 'day' then interval 1 day
                when 'month' then interval 1 month
            end as published_before
        from quotes
        inner join articles using (article_id)
        left join sources on sources.source_id = articles.source_id
        left join entities on entities.entity_id = quotes.speaker_entity_id
        where articles.is_latest_version
    ),
    votes as (
        select quote_group_id, speaker, count(*) as vote_count
        from occurrences
        where speaker is not null
        group by quote_group_id, speaker
    ),
    speakers as (
        select quote_group_id, arg_min(speaker, (-vote_count, speaker)) as group_speaker
        from votes
        group by quote_group_id
    ),
    lineups as (
        select
            quote_group_id,
            count(distinct article_id) as article_count,
            count(distinct source_id) as source_count,
            arg_min(quote_id, (-length(folded), quote_id)) as longest_quote_id,
            arg_min(quote, (-length(folded), quote_id)) as longest_quote,
            arg_min(folded, (-length(folded), quote_id)) as longest_folded,
            bool_or(published_before is null) as has_undated,
            min(published_before) as first_before
        from occurrences
        group by quote_group_id
        having count(distinct article_id) > 1
    ),
    article_times as (
        select distinct quote_group_id, article_id, published_at, published_before from occurrences
    ),
    article_places as (
        select
            quote_group_id,
            article_id,
            row_number() over by_time = 1 as is_earliest,
            lead(published_at) over by_time as next_from
        from article_times
        window by_time as (partition by quote_group_id order by published_at nulls last, article_id)
    ),
    placed as (
        select
            occurrences.quote_group_id,
            occurrences.quote_id,
            occurrences.article_id,
            occurrences.quote,
            occurrences.folded,
            occurrences.speaker,
            occurrences.title,
            occurrences.source,
            occurrences.published_at,
            occurrences.published_precision,
            occurrences.published_before,
            lineups.article_count,
            lineups.source_count,
            lineups.longest_quote_id,
            lineups.longest_quote,
            lineups.longest_folded,
            lineups.has_undated,
            lineups.first_before,
            article_places.is_earliest,
            article_places.next_from,
            row_number() over (
                partition by occurrences.quote_group_id order by occurrences.published_at nulls last, occurrences.quote_id
            ) as position
        from occurrences
        inner join lineups using (quote_group_id)
        inner join article_places
            on article_places.quote_group_id = occurrences.quote_group_id
            and article_places.article_id = occurrences.article_id
    )
select
    placed.quote_group_id,
    placed.article_count,
    placed.source_count,
    placed.position,
    placed.quote_id,
    placed.article_id,
    placed.source,
    placed.title,
    placed.published_at,
    placed.published_precision,
    placed.quote,
    placed.speaker,
    speakers.group_speaker,
    placed.longest_quote,
    case
        when placed.quote_id = placed.longest_quote_id then 'longest'
        when placed.folded = placed.longest_folded then 'same'
        when contains(' ' || placed.longest_folded || ' ', ' ' || placed.folded || ' ') then 'cut'
        else 'different'
    end as wording,
    case
        when placed.first_before <= placed.published_at then false
        when placed.is_earliest and not placed.has_undated and placed.published_before <= placed.next_from then true
    end as is_first
from placed
left join speakers using (quote_group_id)
order by placed.source_count desc, placed.quote_group_id, placed.position
