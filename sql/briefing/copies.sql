-- How much of each publisher's output of the 14 days up to this one is a copy of another article, or credits an agency.
with
    credited as (
        select distinct agency_credits.article_id
        from agency_credits
        inner join articles using (article_id)
        where agency_credits.source_id is distinct from articles.source_id
    )
select
    sources.name as source,
    sources.kind,
    count(*) as article_count,
    count(*) filter (where not articles.is_canonical) as copy_count,
    count(credited.article_id) as credited_count,
    round(copy_count / count(*), 3) as copy_share
from articles
inner join sources using (source_id)
left join credited on credited.article_id = articles.article_id
where articles.landed_on > $day - interval 14 day and articles.landed_on <= $day
group by sources.source_id, sources.name, sources.kind
order by copy_share desc, article_count desc, sources.source_id
limit 15
