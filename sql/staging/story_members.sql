-- One row per article of a story, before entities are known.
create table story_members (
    story_id varchar not null, -- The story.
    article_id varchar not null, -- The article.
    similarity double not null, -- Mean similarity to the story's other articles, 0 to 1.
    primary key (article_id)
);
