-- One row per article whose publisher is known.
create table article_sources (
    article_id varchar not null, -- The article.
    source_id varchar not null, -- Its publisher.
    primary key (article_id)
);
