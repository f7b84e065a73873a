-- One row per entity in an article.
create table article_entities (
    article_id varchar not null references articles (article_id), -- The article.
    entity_id varchar not null references entities (entity_id), -- The entity.
    mention_count integer not null, -- Mentions in the body.
    in_title boolean not null, -- True when the title names it.
    salience double not null, -- Share of the article's attention, 0 to 1.
    primary key (article_id, entity_id)
);
