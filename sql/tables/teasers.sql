-- One row per headline that a page promotes without giving the article.
create table teasers (
    record_id varchar not null references records (record_id), -- The page.
    position integer not null, -- Order on the page, from 0.
    headline varchar not null, -- Headline as shown, cut where the page cuts it.
    blurb varchar, -- Text under it; null when none.
    source_id varchar references sources (source_id), -- Publisher of the page.
    article_id varchar references articles (article_id), -- The promoted article, when the warehouse has it.
    primary key (record_id, position)
);
