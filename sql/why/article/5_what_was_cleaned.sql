-- What was cleaned
select c.field, c.change, c.reason
from (select unnest(changes) as c
from articles
where article_id = $1)
