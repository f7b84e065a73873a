-- One row per canonical article: where the last run placed it among stories, so that the next one groups only what is new.
create table story_places (
    article_id varchar not null, -- The article.
    own_key varchar not null, -- Name of what its own text said.
    method varchar not null, -- What it was compared by; rows of another method are not used.
    published_on date, -- Day of publication; null when it is not known to the day.
    landed_on date not null, -- Landing day.
    first_article_id varchar not null, -- The article that landed first among it and its copies.
    first_landed_on date not null, -- Landing day of that one.
    crowded_key bigint not null, -- Name of its words that too many articles of its day have, which were left out; 0 for none.
    neighbours integer[] not null, -- Articles alike and near in time, as row numbers of this table, counted from 0.
    similarities integer[] not null, -- Their similarity in 1/10000.
    since integer[] not null, -- Landing days, as numbers, on which its place changed.
    founders integer[] not null, -- The story that it was in from then on, before articles that are alone joined others: the row of the article that names it.
    stories integer[] not null, -- The same after they joined.
    similarity double not null, -- Mean similarity to the story's other canonical articles.
    rating double not null, -- How well its title says what the story's other articles are about.
    primary key (article_id)
);
