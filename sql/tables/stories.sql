-- One row per event across outlets.
create table stories (
    story_id varchar not null, -- Made from the member that landed first, so that it survives new days.
    title varchar not null, -- Title of the representative article, or its first sentence.
    representative_article_id varchar not null references articles (article_id), -- The article whose headline is closest to what all its articles say.
    first_published_at timestamp, -- Earliest known publication; null when no member is dated.
    last_published_at timestamp, -- Latest known publication.
    article_count integer not null, -- Articles, copies included.
    source_count integer not null, -- Different known publishers.
    independent_article_count integer not null, -- Articles with copies folded.
    primary key (story_id)
);
