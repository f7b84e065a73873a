-- One row per publisher or agency seen.
create table sources (
    source_id varchar not null, -- Readable key made from the name or domain (saudi-gazette).
    name varchar not null, -- Name as most of its pages write it.
    domain varchar, -- Internet domain; null when no page gave one.
    kind varchar not null check (kind in ('publisher', 'agency', 'aggregator', 'unknown')), -- What it is.
    country_code varchar, -- Two-letter country, where the domain or a list says so.
    language varchar, -- Most frequent language of its articles.
    article_count integer not null, -- Articles in the warehouse.
    first_seen_on date, -- First landing day of an article.
    last_seen_on date, -- Last landing day of an article.
    primary key (source_id)
);
