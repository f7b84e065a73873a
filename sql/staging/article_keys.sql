-- One row per parsed article: short names of what it says, so that later stages need not read it to know it.
create table article_keys (
    article_id varchar not null, -- The article.
    record_id varchar not null, -- Record the article was found in.
    content_key varchar not null, -- Hash (128 bit, hexadecimal) of every column of the article that later stages read.
    body_chars integer not null, -- Length of body in Unicode code points.
    primary key (article_id)
);
