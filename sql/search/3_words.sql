-- Number the words of a batch that are new.
insert into search_words
select
    word,
    (select coalesce(max(word_id), 0) from search_words)::integer + (row_number() over (order by word))::integer
from batch_words
anti join search_words using (word)
order by word;
