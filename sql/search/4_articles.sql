-- The articles of a batch, after their postings.
insert into search_articles
select search_new.document, search_new.article_id, null, null, null, search_new.text_hash, batch_lengths.word_count
from batch_lengths
inner join search_new using (document)
order by search_new.document;
