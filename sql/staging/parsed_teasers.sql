-- One row per headline that a page promotes without giving the article.
create table parsed_teasers (
    record_id varchar not null, -- The page.
    position integer not null, -- Order on the page, from 0.
    headline varchar not null, -- Headline as shown.
    blurb varchar, -- Text under it; null when none.
    url varchar, -- Link target, when the page gives one.
    primary key (record_id, position)
);
