-- One row per record that gave no article.
create table rejections (
    record_id varchar not null, -- The record.
    reason varchar not null, -- Reason code.
    detail varchar not null, -- What was found and what to do.
    primary key (record_id)
);
