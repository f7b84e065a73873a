-- Shares text with
select pair.kind, other.title, s.name as source, pair.similarity, pair.containment, pair.explanation, other.article_id
from (select kind, similarity, containment, explanation,
    case when article_id = $1 then other_article_id else article_id end as article_id
from duplicates
where $1 in (article_id, other_article_id)) as pair
inner join articles other using (article_id)
left join sources s using (source_id)
order by pair.containment desc, other.article_id
