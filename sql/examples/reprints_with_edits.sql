-- Which outlets reprint with edits, and what did they cut or add? (Pairs of which it is known who had the text first.)
-- columns: from_source, to_source, to_title, kind, direction, cut_words, added_words, headline_kept
select from_source, to_source, to_title, kind, direction, cut_words, added_words, headline_kept
from marts.text_reuse
where direction in ('agency', 'date') and cut_words + added_words > 0
order by cut_words + added_words desc, from_article_id, to_article_id
