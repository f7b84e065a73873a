-- Groups of copies that they are in
select left(a.article_id, 8) as article, duplicate_group_id, left(g.canonical_article_id, 8) as canonical_article,
    g.article_count, g.reason
from articles a
inner join duplicate_groups g using (duplicate_group_id)
where a.article_id in ($1, $2)
order by a.article_id
