-- One row per paragraph of an article that its outlet repeats over different articles.
create table repeated_paragraphs (
    article_id varchar not null, -- The article.
    ordinal integer not null, -- Place of the paragraph in the parsed body, from 0.
    paragraph_hash varchar not null, -- Hash of its words, as in boilerplate; zeros for a line without words that leaves with its neighbour.
    leaves_body boolean not null, -- True when it is no part of this article; otherwise it only leaves the text that is compared.
    primary key (article_id, ordinal)
);
