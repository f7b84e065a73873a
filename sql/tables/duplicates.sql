-- One row per pair of articles that share text, with the evidence. For contained, article_id is the smaller one.
create table duplicates (
    article_id varchar not null references articles (article_id), -- One article (the smaller one of a contained pair, else the smaller id).
    other_article_id varchar not null references articles (article_id), -- The other one.
    kind varchar not null check (kind in ('exact', 'near', 'contained', 'reuse')), -- exact and near copies form groups; contained and reuse are links.
    similarity double not null, -- Jaccard similarity of the word 3-grams, 0 to 1.
    containment double not null, -- Share of the smaller article's word 3-grams that the larger one holds, 0 to 1.
    shared_words integer not null, -- Words of the smaller article that lie in shared runs.
    explanation varchar not null, -- The evidence in a sentence.
    primary key (article_id, other_article_id)
);
