-- A quotation lies inside the body.
select quotes.quote_id, quotes.char_start, quotes.char_end, length(articles.body) as body_length
from quotes
inner join articles using (article_id)
where quotes.char_start < 0 or quotes.char_end <= quotes.char_start or quotes.char_end > length(articles.body)
