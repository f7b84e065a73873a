-- search('words "a phrase"'): the best articles by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75).
-- Options: k (rows), source (source_id), first_day and last_day (landing days). Words in quotes must stand together: it
-- is looked up in the k + 2,000 best that have them all and, where those give too few, in every other such article.
-- Texts are read last, of the articles shown. Every step is materialized: DuckDB 1.x plans the others again and again.
-- DuckDB 1.4.0 and 1.4.1 lose the steps of any stored macro with `with` (tried: 1.2.2, 1.3.2, 1.4.2, 1.4.4, 1.5.6, 2.0.0 do not).
create or replace macro search(query, k := 10, source := null, first_day := null, last_day := null) as table
with
    tokens as materialized (
        select
            regexp_extract_all(
                regexp_replace(
                    lower(strip_accents(query)), '([\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}])', ' \1 ', 'g'
                ),
                '[\p{L}\p{M}\p{N}]+|"'
            ) as list
    ),
    -- Between an odd quotation mark and the next, words are of a phrase.
    marked as materialized (
        select token, place, (count(*) filter (where token = '"') over (order by place))::integer as marks
        from (select unnest(list) as token, unnest(range(len(list))) as place from tokens)
    ),
    words as materialized (
        select
            search_words.word_id,
            marked.token as word,
            marked.place,
            case when marked.marks % 2 = 1 then marked.marks end as phrase
        from marked
        left join search_words on search_words.word = marked.token
        where marked.token <> '"'
    ),
    corpus as materialized (
        select
            count(*) as articles,
            avg(word_count) as mean_length,
            (select count(distinct phrase) from words) as phrases,
            (select count(distinct word) from words where phrase is not null) as phrase_words
        from search_articles
    ),
    word_ids as materialized (
        select word_id, bool_or(phrase is not null) as is_quoted from words where word_id is not null group by word_id
    ),
    hits as materialized (
        select postings.word_id, postings.document, postings.word_count, postings.length, word_ids.is_quoted
        from search_postings as postings
        inner join word_ids on word_ids.word_id = postings.word_id
    ),
    frequencies as materialized (select word_id, count(*) as articles from hits group by word_id),
    weights as materialized (
        select
            frequencies.word_id,
            ln(1 + (corpus.articles - frequencies.articles + 5e-1) / (frequencies.articles + 5e-1)) * 22e-1 as weight
        from frequencies
        cross join corpus
    ),
    -- Empty where nothing is asked of publisher and days.
    asked as materialized (
        select document
        from search_articles
        where
            (source is not null or first_day is not null or last_day is not null)
            and (source is null or source_id = source)
            and (first_day is null or landed_on >= first_day)
            and (last_day is null or landed_on <= last_day)
    ),
    asked_hits as (
        select word_id, document, word_count, length, is_quoted
        from hits
        where source is null and first_day is null and last_day is null
        union all
        select word_id, document, word_count, length, is_quoted
        from hits
        where
            (source is not null or first_day is not null or last_day is not null)
            and document in (select document from asked)
    ),
    scores as materialized (
        select
            hits.document,
            -- Length counts as k1 * (1 - b + b * length / mean).
            round(
                sum(
                    weights.weight * hits.word_count
                    / (hits.word_count + 3e-1 + hits.length * (select 9e-1 / mean_length from corpus))
                ),
                6
            ) as score
        from asked_hits as hits
        inner join weights on weights.word_id = hits.word_id
        group by hits.document
        having count(*) filter (where hits.is_quoted) = (select phrase_words from corpus)
    ),
    -- Down to the score of the last that can be among the best: ids, which order equal scores, are looked up of these only.
    least as materialized (
        select min(score) as score from (select score from scores order by score desc limit k + 2000)
    ),
    nearest as materialized (select document, score from scores where score >= (select score from least)),
    best as materialized (
        select nearest.document, documents.article_id, nearest.score
        from nearest
        inner join search_articles as documents on documents.document = nearest.document
    ),
    places as materialized (
        select word_id, phrase, place, count(*) over (partition by phrase) as length
        from words
        where phrase is not null
    ),
    starts as materialized (
        select postings.document, places.phrase, places.length, unnest(postings.positions) - places.place as start
        from search_postings as postings
        inner join places on places.word_id = postings.word_id
        where postings.document in (select document from best)
    ),
    matches as materialized (
        select document, phrase from starts group by document, phrase, length, start having count(*) = length
    ),
    matched as materialized (
        select document from matches group by document having count(distinct phrase) = (select phrases from corpus)
    ),
    others as materialized (
        select document, score
        from scores
        where
            score < (
                select least.score
                from least
                cross join corpus
                where corpus.phrases > 0 and (select count(*) from matched) < k
            )
    ),
    other_starts as materialized (
        select postings.document, places.phrase, places.length, unnest(postings.positions) - places.place as start
        from search_postings as postings
        inner join places on places.word_id = postings.word_id
        where postings.document in (select document from others)
    ),
    other_matches as materialized (
        select document, phrase from other_starts group by document, phrase, length, start having count(*) = length
    ),
    other_matched as materialized (
        select document from other_matches group by document having count(distinct phrase) = (select phrases from corpus)
    ),
    other_scores as materialized (
        select document, score from others where document in (select document from other_matched)
    ),
    found as materialized (
        select article_id, score from best where (select phrases from corpus) = 0
        union all
        select article_id, score from best where document in (select document from matched)
        union all
        select documents.article_id, other_scores.score
        from other_scores
        inner join search_articles as documents on documents.document = other_scores.document
    ),
    top as materialized (select article_id, score from found order by score desc, article_id limit k),
    shown as materialized (
        select top.article_id, top.score, articles.title, articles.body, ' ' || lower(strip_accents(articles.body)) as folded
        from articles
        inner join top on top.article_id = articles.article_id
    ),
    marks as materialized (
        select string_agg(word, ' ' order by place) as mark, 1000 as weight
        from words
        where phrase is not null
        group by phrase
        union all
        select words.word, weights.weight from words inner join weights on weights.word_id = words.word_id
    ),
    mark_places as materialized (
        select
            shown.article_id,
            marks.weight,
            coalesce(nullif(instr(shown.folded, ' ' || marks.mark), 0), nullif(instr(shown.folded, marks.mark), 0)) as place
        from shown
        cross join marks
    ),
    snippets as materialized (
        select article_id, place
        from mark_places
        where place is not null
        qualify row_number() over (partition by article_id order by weight desc, place) = 1
    )
select
    shown.article_id,
    round(shown.score, 4) as score,
    shown.title,
    case when snippets.place > 60 then '… ' else '' end
    || trim(regexp_replace(substr(shown.body, greatest(coalesce(snippets.place, 1) - 60, 1), 200), '\s+', ' ', 'g'))
    || ' …' as snippet
from shown
left join snippets on snippets.article_id = shown.article_id
order by shown.score desc, shown.article_id
