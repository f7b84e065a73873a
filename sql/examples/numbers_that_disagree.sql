-- Do outlets agree on the numbers of a story? What is counted, where two outlets print no number in common.
-- columns: story, counted, outlet_count, numbers
with
    phrases as (
        select
            articles.story_id,
            sources.name as source,
            unnest(
                regexp_extract_all(
                    articles.body,
                    '\b\d[\d,.]*(?: (?:hundred|thousand|million|billion))?(?: (?:and|more|other))? \p{Ll}{4,}'
                )
            ) as phrase
        from articles
        inner join sources using (source_id)
        where articles.is_latest_version and articles.story_id is not null
    ),
    numbers as (
        select
            story_id,
            regexp_extract(phrase, '\p{Ll}+$') as counted,
            source,
            list(distinct regexp_extract(phrase, '^\d[\d,.]*(?: (?:hundred|thousand|million|billion)\b)?')) as printed
        from phrases
        where not regexp_matches(phrase, '(percent|hundred|thousand|million|billion)$')
        group by story_id, counted, source
    ),
    disagreeing as (
        select distinct one.story_id, one.counted
        from numbers as one
        inner join numbers as other using (story_id, counted)
        where one.source < other.source and not list_has_any(one.printed, other.printed)
    )
select
    stories.title as story,
    counted,
    count(*) as outlet_count,
    list(numbers.source || ': ' || array_to_string(list_sort(numbers.printed), ', ') order by numbers.source) as numbers
from numbers
inner join disagreeing using (story_id, counted)
inner join stories using (story_id)
group by story_id, stories.title, counted
order by outlet_count desc, story_id, counted
