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
    chosen as (
        select article_id, field, value, basis, confidence
        from field_candidates
        where is_chosen
        qualify row_number() over (partition by article_id, field order by confidence desc, value, basis) = 1
    ),
    others as (
        select
            field_candidates.article_id,
            field_candidates.field,
            field_candidates.value,
            field_candidates.basis,
            field_candidates.confidence
        from field_candidates
        left join chosen using (article_id, field)
        where not field_candidates.is_chosen and field_candidates.value is distinct from chosen.value
        qualify
            row_number() over (
                partition by field_candidates.article_id, field_candidates.field
                order by field_candidates.confidence desc, field_candidates.value, field_candidates.basis
            ) = 1
    ),
    missing as (
        select article_id, 'title' as field from articles where title is null
        union all
        select article_id, 'published_at' as field from articles where published_at is null
        union all
        select article_id, 'language' as field from articles where language is null
        union all
        select article_id, 'source_id' as field from articles where source_id is null
    ),
    unsure as (
        select
            chosen.article_id,
            chosen.field,
            chosen.value,
            chosen.basis,
            chosen.confidence,
            case when others.confidence >= chosen.confidence - 0.1 then 'contested' else 'unsure' end as doubt
        from chosen
        left join others using (article_id, field)
        where
            (chosen.confidence < 0.6 or others.confidence >= chosen.confidence - 0.1)
            and not exists (
                select 1 from missing where missing.article_id = chosen.article_id and missing.field = chosen.field
            )
    ),
    weak_languages as (
        select
            article_id,
            'language' as field,
            language as value,
            'body' as basis,
            language_confidence as confidence,
            'unsure' as doubt
        from articles
        where
            language_confidence < 0.6
            and not exists (
                select 1 from unsure where unsure.article_id = articles.article_id and unsure.field = 'language'
            )
    ),
    doubts as (
        select article_id, field, doubt, value, basis, confidence from unsure
        union all
        select article_id, field, doubt, value, basis, confidence from weak_languages
        union all
        select article_id, field, 'missing' as doubt, null as value, null as basis, null as confidence from missing
    )
select
    doubts.article_id,
    sources.name as source,
    articles.title,
    doubts.field,
    doubts.doubt,
    doubts.value,
    doubts.basis,
    doubts.confidence,
    others.value as runner_up,
    others.basis as runner_up_basis,
    others.confidence as runner_up_confidence
from doubts
inner join articles using (article_id)
left join sources on sources.source_id = articles.source_id
left join others on others.article_id = doubts.article_id and others.field = doubts.field
