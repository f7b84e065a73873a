-- warn: No article says that it was published more than two days after it landed.
select article_id, title, published_at, published_basis, landed_on
from articles
where published_at > landed_on + interval 3 day
