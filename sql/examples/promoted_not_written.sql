-- What did each page promote that the outlet never gave, as far as the warehouse has it?
-- columns: source, headline, times_promoted, found_at
select
    sources.name as source,
    teasers.headline,
    count(*) as times_promoted,
    min(givers.name) as found_at
from teasers
left join sources using (source_id)
left join articles on articles.article_id = teasers.article_id
left join sources as givers on givers.source_id = articles.source_id
where articles.article_id is null or articles.source_id is distinct from teasers.source_id
group by sources.name, teasers.headline
order by source nulls last, times_promoted desc, teasers.headline
