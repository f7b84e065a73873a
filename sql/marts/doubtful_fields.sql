-- One row per article and field that deserves a second look, with the runner-up value.
-- article_id: The article.
-- source: Its publisher; null when unknown.
-- title: Its headline.
-- field: The field: title, published_at, language, source_id, or any that had several candidates.
-- doubt: missing: no value; contested: another value was nearly as likely; unsure: the confidence of the value is below 0.6.
-- value: The value; null when missing.
-- basis: Where it comes from; null when missing.
-- confidence: Its confidence, 0 to 1; null when missing.
-- runner_up: The likeliest other value; null when there was none.
-- runner_up_basis: Where that was found.
-- runner_up_confidence: Its confidence.
with
    -- No part is used twice: with a limit, DuckDB 2.0.0 can wait for ever for a part that is.
    -- Each value beside the chosen one of its field.
    candidates as (
        select
            article_id,
            field,
            value,
            basis,
            confidence,
            is_chosen,
            first_value(is_chosen) over likeliest_first as is_decided,
            first_value(value) over likeliest_first as chosen_value
        from field_candidates
        window likeliest_first as (
            partition by article_id, field order by is_chosen desc, confidence desc, value, basis
        )
    ),
    fields as (
        select
            article_id,
            field,
            first(
                struct_pack(value := value, basis := basis, confidence := confidence)
                order by confidence desc, value, basis
            ) filter (where is_chosen) as chosen,
            first(
                struct_pack(value := value, basis := basis, confidence := confidence)
                order by confidence desc, value, basis
            ) filter (where not is_chosen and (not is_decided or value is distinct from chosen_value)) as other
        from candidates
        group by article_id, field
    ),
    required as (
        select
            article_id,
            unnest(['title', 'published_at', 'language', 'source_id']) as field,
            unnest([title is null, published_at is null, language is null, source_id is null]) as is_missing
        from articles
    ),
    doubts as (
        select
            article_id,
            field,
            articles.source_id,
            articles.title,
            articles.language,
            articles.language_confidence,
            fields.chosen,
            fields.other,
            case
                when required.is_missing then 'missing'
                when fields.other.confidence >= fields.chosen.confidence - 0.1 then 'contested'
                when fields.chosen.confidence < 0.6 then 'unsure'
                when field = 'language' and articles.language_confidence < 0.6 then 'unsure by text'
            end as doubt
        from fields
        full join required using (article_id, field)
        inner join articles using (article_id)
    )
select
    doubts.article_id,
    sources.name as source,
    doubts.title,
    doubts.field,
    case doubts.doubt when 'unsure by text' then 'unsure' else doubts.doubt end as doubt,
    case doubts.doubt when 'missing' then null when 'unsure by text' then doubts.language else doubts.chosen.value end as value,
    case doubts.doubt when 'missing' then null when 'unsure by text' then 'body' else doubts.chosen.basis end as basis,
    case doubts.doubt
        when 'missing' then null
        when 'unsure by text' then doubts.language_confidence
        else doubts.chosen.confidence
    end as confidence,
    doubts.other.value as runner_up,
    doubts.other.basis as runner_up_basis,
    doubts.other.confidence as runner_up_confidence
from doubts
left join sources on sources.source_id = doubts.source_id
where doubts.doubt is not null
