-- One row per pair of articles of different publishers that share text: who reprints whom, what was cut and what was added.
-- from_article_id: The article the text comes from; the pair's first one when the direction is common_agency or unknown.
-- from_source: Its publisher; null when unknown.
-- from_title: Its headline.
-- to_article_id: The article that uses it.
-- to_source: Its publisher; null when unknown.
-- to_title: Its headline.
-- direction: agency: one of them is the agency's own; common_agency: both credit the same agency, so neither need have it from the other; date: one was certainly published earlier; unknown: nothing decides.
-- kind: exact, near, contained or reuse, as in duplicates.
-- similarity: Jaccard similarity of the word 3-grams, 0 to 1.
-- containment: Share of the smaller article that the larger one holds, 0 to 1.
-- shared_words: Words in common, counted in the smaller article.
-- cut_words: Words of the source text that the user left out, give or take a few.
-- added_words: Words of the user that are not in the source text, likewise.
-- headline_kept: True when both have the same headline, case and outer space aside; null when one has none.
-- explanation: The evidence in a sentence.
with
    common_agencies as (
        select distinct one.article_id, other.article_id as other_article_id
        from agency_credits as one
        inner join duplicates on duplicates.article_id = one.article_id
        inner join agency_credits as other
            on other.article_id = duplicates.other_article_id and other.source_id = one.source_id
    ),
    timed as (
        select
            articles.article_id,
            articles.source_id,
            articles.title,
            articles.word_count,
            articles.published_at as published_from,
            articles.published_at + case articles.published_precision
                when 'second' then interval 1 second
                when 'minute' then interval 1 minute
                when 'day' then interval 1 day
                when 'month' then interval 1 month
            end as published_before,
            sources.name as source,
            coalesce(sources.kind = 'agency', false) as is_agency
        from articles
        left join sources using (source_id)
    ),
    directed as (
        select
            duplicates.article_id,
            duplicates.other_article_id,
            duplicates.kind,
            duplicates.similarity,
            duplicates.containment,
            duplicates.shared_words,
            duplicates.explanation,
            case
                when one.is_agency <> other.is_agency then 'agency'
                when common_agencies.article_id is not null then 'common_agency'
                when one.published_before <= other.published_from or other.published_before <= one.published_from then 'date'
                else 'unknown'
            end as direction,
            case direction
                when 'agency' then other.is_agency
                when 'date' then other.published_before <= one.published_from
                else false
            end as is_reversed
        from duplicates
        inner join timed as one on one.article_id = duplicates.article_id
        inner join timed as other on other.article_id = duplicates.other_article_id
        left join common_agencies
            on common_agencies.article_id = duplicates.article_id
            and common_agencies.other_article_id = duplicates.other_article_id
        where one.source_id is null or other.source_id is null or one.source_id <> other.source_id
    ),
    ordered as (
        select
            case when is_reversed then other_article_id else article_id end as from_article_id,
            case when is_reversed then article_id else other_article_id end as to_article_id,
            direction,
            kind,
            similarity,
            containment,
            shared_words,
            explanation
        from directed
    )
select
    ordered.from_article_id,
    origin.source as from_source,
    origin.title as from_title,
    ordered.to_article_id,
    reprint.source as to_source,
    reprint.title as to_title,
    ordered.direction,
    ordered.kind,
    ordered.similarity,
    ordered.containment,
    ordered.shared_words,
    greatest(origin.word_count - ordered.shared_words, 0) as cut_words,
    greatest(reprint.word_count - ordered.shared_words, 0) as added_words,
    lower(trim(origin.title)) = lower(trim(reprint.title)) as headline_kept,
    ordered.explanation
from ordered
inner join timed as origin on origin.article_id = ordered.from_article_id
inner join timed as reprint on reprint.article_id = ordered.to_article_id
order by ordered.shared_words desc, ordered.from_article_id, ordered.to_article_id
