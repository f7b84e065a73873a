-- One row per event across outlets.
create table stories (
    story_id varchar not null, -- Made from the member that landed first (the smallest article_id among equals), so that it survives new days; merges and splits are in story_changes.
    title varchar not null, -- Title of the representative article, or its first sentence.
    representative_article_id varchar not null references articles (article_id), -- The article whose title the story's other articles support best, by their words and by the outlets that print the same title: titled before untitled, canonical before copies, then by title, similarity to the others, length, smallest id.
    first_published_at timestamp, -- Earliest known publication; null when no member is dated.
    last_published_at timestamp, -- Latest known publication.
    article_count integer not null, -- Articles, copies included.
    source_count integer not null, -- Different known publishers.
    independent_article_count integer not null, -- Articles with copies folded.
    method varchar not null, -- What its articles were compared by: words (tfidf and its version), and the sentence vectors of the model named after + where one of its articles has one.
    primary key (story_id)
);
