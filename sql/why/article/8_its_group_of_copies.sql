-- Its group of copies
select duplicate_group_id, g.canonical_article_id, g.article_count, g.reason
from articles
inner join duplicate_groups g using (duplicate_group_id)
where article_id = $1
