-- Sort the postings of small batches into one: a search looks into each batch for each of its words.
create or replace temp table search_first as
select min(first_document) as document from search_batches where not is_merged;

create or replace temp table search_tail as
select word_id, document, word_count, length, positions
from search_postings
where document >= (select document from search_first)
order by word_id, document;

delete from search_postings where document >= (select document from search_first);
insert into search_postings from search_tail;
delete from search_batches where first_document >= (select document from search_first);
insert into search_batches select document, true from search_first;
