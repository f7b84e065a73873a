-- search('words "a phrase"'): the best articles by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75).
-- Options: k (rows), source (source_id), first_day and last_day (landing days). Words in quotes must stand together;
-- phrases are looked for in the 2,000 best articles. Texts are read last, and of the best articles only.
create or replace macro search(query, k := 10, source := null, first_day := null, last_day := null) as table
with
    wanted as (
        select distinct unnest(regexp_extract_all(lower(strip_accents(query)), '[\p{L}\p{N}]+')) as term
    ),
    quoted as (select unnest(regexp_extract_all(lower(strip_accents(query)), '"([^"]+)"', 1)) as phrase),
    phrases as (select trim(regexp_replace(phrase, '[^\p{L}\p{N}]+', ' ', 'g')) as phrase from quoted),
    corpus as (select count(*) as articles, avg(term_count) as mean_length from search_documents),
    hits as (
        select terms.term, terms.article_id, terms.term_count
        from search_terms as terms
        inner join wanted using (term)
    ),
    weights as (
        select hits.term, ln(1 + (any_value(corpus.articles) - count(*) + 0.5) / (count(*) + 0.5)) as weight
        from hits, corpus
        group by hits.term
    ),
    scores as (
        select
            hits.article_id,
            sum(
                weight * hits.term_count * 2.2
                / (hits.term_count + 1.2 * (0.25 + 0.75 * documents.term_count / mean_length))
            ) as score
        from hits
        inner join weights using (term)
        inner join search_documents as documents using (article_id)
        cross join corpus
        group by hits.article_id
    ),
    best as (
        select scores.article_id, scores.score
        from scores
        inner join articles using (article_id)
        where
            (source is null or articles.source_id = source)
            and (first_day is null or articles.landed_on >= first_day)
            and (last_day is null or articles.landed_on <= last_day)
        order by scores.score desc, scores.article_id
        limit (select max(greatest(n, k)) from (select case when count(*) > 0 then 2000 else 0 end as n from phrases))
    ),
    kept as (
        select best.article_id, best.score, articles.title, articles.body
        from best
        inner join articles using (article_id)
        where (select count(*) from phrases) = 0 or coalesce((
            select bool_and(contains(
                ' ' || regexp_replace(lower(strip_accents(concat_ws(' ', articles.title, articles.body))), '[^\p{L}\p{N}]+', ' ', 'g') || ' ',
                ' ' || phrase || ' '
            ))
            from phrases
        ), true)
        order by best.score desc, best.article_id
        limit k
    )
select
    article_id, round(score, 4) as score, title,
    case when place > 60 then '… ' else '' end
    || trim(regexp_replace(substr(body, greatest(place - 60, 1), 200), '\s+', ' ', 'g')) || ' …' as snippet
from (
    select
        article_id, score, title, body,
        coalesce(
            (select min(nullif(instr(lower(strip_accents(kept.body)), term), 0)) from wanted where length(term) > 2), 1
        ) as place
    from kept
)
order by score desc, article_id
