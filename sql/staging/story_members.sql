-- One row per article of a story, before entities are known.
create table story_members (
    story_id varchar not null, -- The story.
    article_id varchar not null, -- The article.
    similarity double not null, -- Mean similarity to the other canonical articles of the story, 0 to 1; 1 when it is alone. Pairs below 0.1 and more than a week apart count as 0.
    primary key (article_id)
);
