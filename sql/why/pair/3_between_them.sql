-- Articles that share text with both
select between_them.title, s.name as source, one.kind as kind_with_first, one.containment as containment_with_first,
    other.kind as kind_with_second, other.containment as containment_with_second, between_them.article_id
from articles between_them
inner join duplicates one
    on least(between_them.article_id, $1) = least(one.article_id, one.other_article_id)
    and greatest(between_them.article_id, $1) = greatest(one.article_id, one.other_article_id)
inner join duplicates other
    on least(between_them.article_id, $2) = least(other.article_id, other.other_article_id)
    and greatest(between_them.article_id, $2) = greatest(other.article_id, other.other_article_id)
left join sources s on s.source_id = between_them.source_id
order by between_them.article_id
