-- One row per spelling seen for an entity.
create table entity_aliases (
    entity_id varchar not null references entities (entity_id), -- The entity.
    alias varchar not null, -- The spelling.
    mention_count integer not null, -- Times seen.
    basis varchar not null, -- Why it is the same entity: name, surname, acronym, alias_table, title, possessive, translation (a place in another language), story_vote, ...
    evidence varchar, -- For a garbled spelling of a headline (story_vote): how many other headlines say who is meant.
    primary key (entity_id, alias)
);
