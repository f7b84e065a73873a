-- One row per stretch of a record's text: the stretches of a record follow each other without gap or overlap.
create table segments (
    record_id varchar not null references records (record_id), -- The record.
    ordinal integer not null, -- Position in the record, from 0.
    char_start bigint not null, -- First character in records.text, from 0.
    char_end bigint not null, -- Character after the last one.
    role varchar not null check (role in ('title', 'byline', 'dateline', 'body', 'caption', 'credit', 'teaser', 'navigation', 'advertisement', 'comment', 'related_article', 'legal', 'other')), -- What the stretch is.
    article_id varchar references articles (article_id), -- Article it belongs to; null when none.
    reason varchar not null, -- Rule that decided.
    primary key (record_id, ordinal)
);
