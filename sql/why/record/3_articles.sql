-- Articles
select article_id, is_embedded, title
from articles
where record_id = $1
