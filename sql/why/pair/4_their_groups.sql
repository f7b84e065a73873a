-- Groups of copies that they are in
select a.article_id, duplicate_group_id, g.canonical_article_id, g.article_count, g.reason
from articles a
inner join duplicate_groups g using (duplicate_group_id)
where a.article_id in ($1, $2)
order by a.article_id
