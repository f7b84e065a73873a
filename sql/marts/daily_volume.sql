-- One row per day and publisher that has an article on it. The day is that of publication, or the landing day where the page does not say.
-- day: Day (UTC).
-- source_id: Publisher; null for the articles whose page does not name one.
-- source: Publisher's name; null likewise.
-- article_count: Articles, each in its newest version, copies included.
-- own_article_count: Articles that stand for themselves: without the copies of another article.
-- copy_count: Copies of an article that another row of articles stands for.
-- embedded_count: Articles that stood on another article's page.
-- undated_count: Articles placed by their landing day.
-- word_count: Words in their bodies.
with
    dated as (
        select
            source_id,
            is_canonical,
            is_embedded,
            word_count,
            published_precision in ('second', 'minute', 'day') as is_dated,
            case when is_dated then cast(published_at as date) else landed_on end as day
        from articles
        where is_latest_version
    )
select
    dated.day,
    dated.source_id,
    sources.name as source,
    count(*) as article_count,
    count(*) filter (where dated.is_canonical) as own_article_count,
    count(*) filter (where not dated.is_canonical) as copy_count,
    count(*) filter (where dated.is_embedded) as embedded_count,
    count(*) filter (where not dated.is_dated) as undated_count,
    sum(dated.word_count) as word_count
from dated
left join sources using (source_id)
group by dated.day, dated.source_id, sources.name
order by dated.day desc, article_count desc, dated.source_id nulls last
