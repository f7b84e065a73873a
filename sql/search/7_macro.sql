-- search('words "a phrase"'): the best articles by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75).
-- Options: k (rows), source (source_id), first_day and last_day (landing days). Words in quotes must stand together: it
-- is looked up in the best that have them all (the more words, the more articles) and, where those give too few, in every
-- other such article. Texts are read last, of the articles shown.
-- Half of a query's time is planning: what only phrases or filters need stands behind a condition on the arguments alone,
-- which the planner knows to be false when there are none. Steps read more than once are materialized: DuckDB 1.x plans
-- the others again and again.
-- DuckDB 1.4.0 and 1.4.1 lose the steps of any stored macro with `with` (tried: 1.2.2, 1.3.2, 1.4.2, 1.4.4, 1.5.6, 2.0.0 do not).
create or replace macro search(query, k := 10, source := null, first_day := null, last_day := null) as table
with
    -- Of the parts between quotation marks every second is a phrase.
    parts as (
        select part, regexp_extract_all(text, '[\p{L}\p{M}\p{N}]+') as words
        from (
            select unnest(texts) as text, unnest(range(len(texts))) as part
            from (
                select
                    string_split(
                        regexp_replace(
                            lower(strip_accents(query)), '([\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}])', ' \1 ', 'g'
                        ),
                        '"'
                    ) as texts
            )
        )
    ),
    terms as (
        select
            unnest(words) as word,
            unnest(range(len(words))) as place,
            -- One number that tells phrases apart and how many words they have: what is grouped by it costs less than by two.
            case when part % 2 = 1 then part * 1000 + len(words) end as phrase,
            case when part % 2 = 1 then array_to_string(words, ' ') end as phrase_text
        from parts
    ),
    words as materialized (
        select
            terms.word,
            terms.place,
            terms.phrase,
            terms.phrase_text,
            search_words.word_id,
            ln(1 + (corpus.articles - search_words.article_count + 5e-1) / (search_words.article_count + 5e-1)) * 22e-1
                as weight,
            9e-1 * corpus.articles / corpus.words as shortness
        from terms
        cross join search_corpus as corpus
        left join search_words on search_words.word = terms.word
    ),
    sought as materialized (
        select
            word_id,
            any_value(weight) as weight,
            any_value(shortness) as shortness,
            bool_or(phrase is not null) as is_quoted
        from words
        group by word_id
    ),
    scores as materialized (
        select
            postings.document,
            -- Length counts as k1 * (1 - b + b * length / mean).
            round(
                sum(
                    sought.weight * postings.word_count
                    / (postings.word_count + 3e-1 + postings.length * sought.shortness)
                ),
                6
            ) as score
        from search_postings as postings
        inner join sought on sought.word_id = postings.word_id
        group by postings.document
        having
            (
                not contains(query, '"')
                or count(*) filter (where sought.is_quoted) = (select count(*) from sought where is_quoted)
            )
            and (
                (source is null and first_day is null and last_day is null)
                or postings.document in (
                    select document
                    from search_articles
                    where
                        (source is not null or first_day is not null or last_day is not null)
                        and (source is null or source_id = source)
                        and (first_day is null or landed_on >= first_day)
                        and (last_day is null or landed_on <= last_day)
                )
            )
    ),
    -- Down to the score of the last that can be among the best: ids, which order equal scores, are looked up of these only.
    nearest as materialized (
        select document, score
        from scores
        where
            score >= (
                select min(score)
                from (
                    select score
                    from scores
                    order by score desc
                    limit
                        case
                            when contains(query, '"')
                                then k + (1000 * 3 ** least(len(query) - len(replace(query, ' ', '')) - 1, 3))::integer
                            else k
                        end
                )
            )
    ),
    matched as materialized (
        select document
        from (
            select document, phrase
            from (
                select postings.document, words.phrase, unnest(postings.positions) - words.place as start
                from search_postings as postings
                inner join words on words.word_id = postings.word_id
                inner join nearest on nearest.document = postings.document
                where contains(query, '"') and words.phrase is not null
            )
            group by document, phrase, start
            having count(*) = phrase % 1000
        )
        group by document
        having count(distinct phrase) = (select count(*) from words where phrase is not null and place = 0)
    ),
    others as materialized (
        select document, score
        from scores
        where
            contains(query, '"')
            and score < (select min(score) from nearest)
            and (select count(*) from matched) < k
    ),
    other_matched as (
        select document
        from (
            select document, phrase
            from (
                select postings.document, words.phrase, unnest(postings.positions) - words.place as start
                from search_postings as postings
                inner join words on words.word_id = postings.word_id
                inner join others on others.document = postings.document
                where contains(query, '"') and words.phrase is not null
            )
            group by document, phrase, start
            having count(*) = phrase % 1000
        )
        group by document
        having count(distinct phrase) = (select count(*) from words where phrase is not null and place = 0)
    ),
    found as (
        select document, score from nearest where not contains(query, '"')
        union all
        select document, score
        from nearest
        where contains(query, '"') and not exists (from words where phrase is not null)
        union all
        select document, score
        from nearest
        where contains(query, '"') and document in (select document from matched)
        union all
        select document, score
        from others
        where document in (select document from other_matched)
    ),
    top as (
        select documents.article_id, found.score
        from found
        inner join search_articles as documents on documents.document = found.document
        order by found.score desc, documents.article_id
        limit k
    ),
    shown as materialized (
        select top.article_id, top.score, articles.title, articles.body, ' ' || lower(strip_accents(articles.body)) as folded
        from articles
        inner join top on top.article_id = articles.article_id
    ),
    places as (
        select
            shown.article_id,
            shown.score,
            shown.title,
            shown.body,
            words.weight,
            coalesce(
                nullif(instr(shown.folded, ' ' || words.phrase_text), 0), nullif(instr(shown.folded, words.phrase_text), 0)
            ) as phrase_place,
            coalesce(nullif(instr(shown.folded, ' ' || words.word), 0), nullif(instr(shown.folded, words.word), 0)) as place
        from shown
        cross join words
    ),
    -- The first place of a phrase, else of the rarest word.
    snippets as (
        select
            article_id,
            score,
            title,
            body,
            max(
                case
                    when phrase_place is not null then {'weight': 1000e0, 'before': -phrase_place}
                    when weight is not null and place is not null then {'weight': weight, 'before': -place}
                end
            ) as best
        from places
        group by article_id, score, title, body
    )
select
    article_id,
    round(score, 4) as score,
    title,
    case when best.before < -60 then '… ' else '' end
    || trim(regexp_replace(substr(body, greatest(-coalesce(best.before, -1) - 60, 1), 200), '\s+', ' ', 'g'))
    || ' …' as snippet
from snippets
order by snippets.score desc, article_id
