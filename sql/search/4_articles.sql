-- The articles of a batch, after their postings, and what its words are counted.
insert into search_articles
select search_new.document, search_new.article_id, null, null, null, search_new.text_hash, batch_lengths.word_count
from batch_lengths
inner join search_new using (document)
order by search_new.document;

update search_words
set article_count = search_words.article_count + counted.articles
from (select word_id, count(*)::integer as articles from batch_postings group by word_id) as counted
where counted.word_id = search_words.word_id;
