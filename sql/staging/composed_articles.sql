-- One row per article: what is said of it beside what the parser found. Without the texts, which are read when a row is new.
create table composed_articles (
    article_id varchar not null, -- The article.
    record_id varchar not null, -- Record the article was found in.
    is_embedded boolean not null, -- True when the article is a further one on another article's page.
    title varchar, -- Its headline.
    content_key varchar not null, -- Name of what its body says.
    word_count integer not null, -- Words in body.
    source_id varchar, -- Publisher; null when the page does not say.
    version_number integer not null, -- 1 for the first version at this outlet.
    is_latest_version boolean not null, -- True for the newest version at this outlet.
    is_canonical boolean not null, -- True for the one that stands for its group, and for every article without copies.
    duplicate_group_id varchar, -- Its group of exact and near copies; null when it has none.
    story_id varchar, -- Event the article reports.
    is_machine_translated boolean, -- Suspected machine translation; null when not assessed.
    landed_on date not null, -- Earliest landing day of a file that holds the record.
    batch integer not null, -- Batch of the parsed store that holds the article.
    primary key (article_id)
);
