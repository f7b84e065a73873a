-- One row per article that was looked at for signs of machine translation.
create table suspicions (
    article_id varchar not null, -- The article.
    is_machine_translated boolean not null, -- True when there are signs.
    evidence varchar not null, -- The signs.
    primary key (article_id)
);
