-- Do outlets agree on the numbers of a story? A number with the word after it, as each outlet prints it.
-- columns: story, counted, number_count, numbers
with
    phrases as (
        select
            articles.story_id,
            sources.name as source,
            unnest(regexp_extract_all(articles.body, '\b\d[\d,.]*\d? \p{Ll}{4,}')) as phrase
        from articles
        inner join sources using (source_id)
        where articles.is_latest_version and articles.story_id is not null
    ),
    numbers as (
        select distinct
            story_id,
            source,
            regexp_extract(phrase, '\p{Ll}+$') as counted,
            regexp_extract(phrase, '^[\d,.]+') as number
        from phrases
    )
select
    stories.title as story,
    numbers.counted,
    count(distinct numbers.number) as number_count,
    list(distinct numbers.number || ' (' || numbers.source || ')' order by numbers.number || ' (' || numbers.source || ')')
        as numbers
from numbers
inner join stories using (story_id)
group by numbers.story_id, stories.title, numbers.counted
having count(distinct numbers.number) > 1 and count(distinct numbers.source) > 1
order by number_count desc, numbers.story_id, numbers.counted
