-- One row per story that was merged into another or split from it, by landing days: what a story's articles landed before a day give alone, grouped by the same rule, is the story as of that day.
create table story_changes (
    story_id varchar not null, -- For merged into: the id until then, which no longer is in stories. For split from: the story that went its own way.
    change varchar not null check (change in ('merged into', 'split from')), -- What happened.
    other_story_id varchar not null references stories (story_id), -- The story that goes on.
    landed_on date not null, -- Landing day of the articles that made the change.
    reason varchar not null, -- Why, in a sentence.
    primary key (story_id, change, other_story_id)
);
