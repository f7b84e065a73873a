-- What full-text search reads: how often each word stands in each article, and how long articles are.
create table if not exists search_terms (
    term varchar, -- Word, lower case, accents folded.
    article_id varchar, -- Article.
    term_count integer -- Times the word stands in title and body; a word of the title counts three times more.
);
create table if not exists search_documents (
    article_id varchar, -- Article.
    content_hash varchar, -- Hash of title and body: when it differs, the article's words are counted anew.
    term_count integer -- Words in title and body.
);
