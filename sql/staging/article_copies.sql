-- One row per article: its place among copies and versions.
create table article_copies (
    article_id varchar not null, -- The article.
    duplicate_group_id varchar, -- Its group of exact and near copies; null when it has none.
    is_canonical boolean not null, -- True for the one that stands for its group, and for every article without copies.
    version_number integer not null, -- 1 for the first version at this outlet.
    is_latest_version boolean not null, -- True for the newest version at this outlet.
    primary key (article_id)
);
