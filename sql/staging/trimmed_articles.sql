-- One row per article that holds paragraphs its outlet repeats: what is left of it. Paragraphs count from 0 in the parsed body.
create table trimmed_articles (
    article_id varchar not null, -- The article.
    furniture integer[] not null, -- Paragraphs that are no part of the article: they leave its body.
    repeated integer[] not null, -- All repeated paragraphs: they leave the text that is compared with other articles.
    content_key varchar not null, -- Name of what the trimmed body says.
    own_key varchar not null, -- Name of what the article's own text says.
    word_count integer not null, -- Words in the trimmed body.
    body_chars integer not null, -- Length of the trimmed body in Unicode code points.
    primary key (article_id)
);
