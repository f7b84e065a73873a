-- One row per group of exact or near copies of one text.
create table duplicate_groups (
    duplicate_group_id varchar not null, -- Made from the member that landed first.
    canonical_article_id varchar not null references articles (article_id), -- The article that stands for the group.
    article_count integer not null, -- Members.
    agency_source_id varchar references sources (source_id), -- Agency whose copy it is; null when unknown.
    reason varchar not null, -- Why this member is canonical.
    primary key (duplicate_group_id)
);
