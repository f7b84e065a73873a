-- One row per article of a story.
create table story_articles (
    story_id varchar not null references stories (story_id), -- The story.
    article_id varchar not null references articles (article_id), -- The article.
    similarity double not null, -- Mean similarity to the other canonical articles of the story, 0 to 1; 1 when it is alone. Pairs below 0.1 and more than a week apart count as 0.
    shared_entities varchar[] not null, -- Names of entities that it shares with another article of the story.
    primary key (article_id)
);
