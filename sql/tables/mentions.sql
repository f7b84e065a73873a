-- One row per mention of an entity in a body.
create table mentions (
    article_id varchar not null references articles (article_id), -- The article.
    entity_id varchar not null references entities (entity_id), -- The entity.
    text varchar not null, -- The words, equal to body[char_start:char_end].
    char_start integer not null, -- First character in articles.body, from 0.
    char_end integer not null, -- Character after the last one.
    method varchar not null, -- How it was found: model, gazetteer, repeat, honorific, ...; vote when signs in the article changed its kind.
    confidence double not null, -- Confidence, 0 to 1.
    recognizer varchar not null, -- What read the article: package and version of the model, or gazetteer (lists and patterns alone).
    primary key (article_id, char_start, char_end)
);
