-- The words of a mention stand at its place in the body.
select mentions.article_id, mentions.text, mentions.char_start, mentions.char_end
from mentions
inner join articles using (article_id)
where substr(articles.body, mentions.char_start + 1, mentions.char_end - mentions.char_start) <> mentions.text
