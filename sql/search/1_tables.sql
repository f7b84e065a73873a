-- What full-text search reads.
drop table if exists search_terms; -- The two of an earlier form.
drop table if exists search_documents;
create table if not exists search_words (
    word varchar, -- Word, lower case, accents folded; in scripts without spaces, a character.
    word_id integer, -- Its number, in the order in which words were met.
    article_count integer -- Articles it stands in.
);
create table if not exists search_postings (
    word_id integer, -- The word.
    document integer, -- The article it stands in.
    word_count integer, -- Times it stands there; a word of the title counts three times.
    length integer, -- Words of the article, as in search_articles: a search needs it of every posting.
    positions integer[] -- Where, counted in words from the title's first; between title and body one place is left out.
);
create table if not exists search_articles (
    document integer, -- Number of the article: the order in which articles were indexed.
    article_id varchar, -- The article.
    source_id varchar, -- Its publisher.
    landed_on date, -- Its landing day.
    origin ubigint, -- What its row was made from, as loading.origins has it; null when that does not say.
    text_hash ubigint, -- Hash of title and body: when it differs, the article is indexed anew.
    word_count integer -- Words in title and body, those of the title counted three times.
);
create table if not exists search_batches (
    first_document integer, -- Articles from this one on were indexed together: their postings are sorted by word.
    is_merged boolean -- True when the batch is large, or was made of several small ones.
);
create table if not exists search_corpus (
    articles bigint, -- One row: how many articles there are,
    words bigint -- and how many words they have, those of titles counted three times.
);
-- As assets/warehouse/owned_rows.py makes it, for a database that was loaded without it.
create schema if not exists loading;
create table if not exists loading.origins (table_name varchar, owner varchar, origin ubigint);
