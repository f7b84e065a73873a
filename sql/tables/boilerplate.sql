-- One row per outlet and paragraph that it repeats over different articles: left out when articles are compared, and, where it is no article text, of the body.
create table boilerplate (
    source_id varchar not null references sources (source_id), -- The outlet.
    paragraph_hash varchar not null, -- Hash (64 bit, hexadecimal) of the paragraph's words, whatever their case and punctuation.
    paragraph varchar not null, -- The words, as the article with the smallest id among those that have it writes them.
    article_count integer not null, -- Articles of the outlet that have it.
    leaves_body boolean not null, -- True for what is no article text: it is left out of articles.body at its head and end.
    reason varchar not null, -- Why it leaves the body, or stays in it.
    primary key (source_id, paragraph_hash)
);
