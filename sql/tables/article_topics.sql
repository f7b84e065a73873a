-- One row per topic of an article.
create table article_topics (
    article_id varchar not null references articles (article_id), -- The article.
    topic_id varchar not null references topics (topic_id), -- The topic.
    score double not null, -- Weight among the article's topics, 0 to 1.
    evidence varchar[] not null, -- Words that speak for it, strongest first.
    method varchar not null, -- What weighed it: lexicon, or lexicon and the model of the extra broadsheet[semantic].
    primary key (article_id, topic_id)
);
