-- One row per article of a story.
create table story_articles (
    story_id varchar not null references stories (story_id), -- The story.
    article_id varchar not null references articles (article_id), -- The article.
    similarity double not null, -- Mean similarity to the story's other articles, 0 to 1; 1 when it is alone.
    shared_entities varchar[] not null, -- Names of entities that it shares with another article of the story.
    primary key (article_id)
);
