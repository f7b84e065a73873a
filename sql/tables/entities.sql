-- One row per person, organization or place.
create table entities (
    entity_id varchar not null, -- Readable key: kind and canonical name (person/pete-hegseth).
    name varchar not null, -- Canonical name.
    kind varchar not null check (kind in ('person', 'organization', 'place')), -- What it is.
    wikidata_id varchar, -- Wikidata item, from a checked table; null when not in it.
    geonames_id bigint, -- GeoNames id of a place.
    country_code varchar, -- Two-letter country of a place.
    latitude double, -- Degrees north.
    longitude double, -- Degrees east.
    article_count integer not null, -- Articles that mention it.
    mention_count integer not null, -- Mentions in all.
    primary key (entity_id)
);
