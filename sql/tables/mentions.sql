-- One row per mention of an entity in a body.
create table mentions (
    article_id varchar not null references articles (article_id), -- The article.
    entity_id varchar not null references entities (entity_id), -- The entity.
    text varchar not null, -- The words, equal to body[char_start:char_end].
    char_start integer not null, -- First character in articles.body, from 0.
    char_end integer not null, -- Character after the last one.
    method varchar not null, -- How it was found: the recogniser's name, gazetteer, repeat, ...
    confidence double not null, -- Confidence, 0 to 1.
    primary key (article_id, char_start, char_end)
);
