-- Number the words of a batch. They come as they are written: in lower case and without accents several are one.
create or replace temp table batch_folded as
select place, lower(strip_accents(written)) as word
from batch_words;

insert into search_words
select
    word,
    (select coalesce(max(word_id), 0) from search_words)::integer + (row_number() over (order by word))::integer,
    0
from (select distinct word from batch_folded)
anti join search_words using (word)
order by word;

create or replace temp table batch_numbers as
select batch_folded.place, search_words.word_id
from batch_folded
inner join search_words using (word);
