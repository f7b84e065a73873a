-- One row per change of a story's id: what was in stories the day before and is not any more, and what left another story. Told by landing days: the stories that all articles landed by a day give, against those of the landing day before.
create table story_changes (
    story_id varchar not null, -- merged into: the id that ended. split from: the id that began, of articles that had landed before.
    change varchar not null check (change in ('merged into', 'split from')), -- What happened.
    other_story_id varchar not null, -- merged into: the story that goes on. split from: the story that they had been in. As it was called on that day.
    landed_on date not null, -- Landing day of the articles that made the change.
    current_story_id varchar not null references stories (story_id), -- The story that the article which gave story_id its name is in now.
    reason varchar not null, -- Why, in a sentence.
    primary key (story_id, change, landed_on)
);
