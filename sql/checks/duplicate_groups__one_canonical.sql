-- Each group has one canonical article, the one it names, and as many members as it says.
select
    groups.duplicate_group_id, groups.article_count, count(articles.article_id) as members,
    count(*) filter (where articles.is_canonical) as canonical_members,
    count(*) filter (where articles.is_canonical and articles.article_id = groups.canonical_article_id) as named_members
from duplicate_groups as groups
left join articles using (duplicate_group_id)
group by groups.duplicate_group_id, groups.article_count
having members <> groups.article_count or canonical_members <> 1 or named_members <> 1
