-- Which people, organizations and places appear together, and which pairs are new in the last seven days?
-- columns: day, name, other_name, article_count, source_count, is_new
with latest as (select max(day) as day from marts.entity_pairs_daily)
select pairs.day, pairs.name, pairs.other_name, pairs.article_count, pairs.source_count, pairs.is_new
from marts.entity_pairs_daily as pairs
cross join latest
where pairs.day > latest.day - interval 7 day and pairs.source_count > 1
order by pairs.source_count desc, pairs.article_count desc, pairs.day, pairs.entity_id, pairs.other_entity_id
limit 50
