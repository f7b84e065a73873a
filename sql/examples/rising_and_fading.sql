-- Which people, organizations and places are rising or fading against their norm of 14 days, on the latest day?
-- columns: day, name, kind, article_count, usual_article_count, score, verdict
select day, name, kind, article_count, usual_article_count, score, verdict
from marts.rising_entities
where day = (select max(day) from marts.rising_entities)
order by abs(score) desc, entity_id
limit 30
