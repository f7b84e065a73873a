-- Which outlets reprint with edits, and what did they cut or add?
-- columns: from_source, to_source, to_title, kind, direction, cut_words, added_words, headline_kept
select from_source, to_source, to_title, kind, direction, cut_words, added_words, headline_kept
from marts.text_reuse
where kind <> 'exact'
order by from_source nulls last, to_source nulls last, from_article_id, to_article_id
