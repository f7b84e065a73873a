-- One row per agency that an article itself credits, and kind of evidence; agency_credits adds what copies show.
create table stated_credits (
    article_id varchar not null, -- The article.
    source_id varchar not null, -- The agency, as a source.
    evidence varchar not null, -- credit_line, dateline or attribution.
    matched_text varchar not null, -- The words that show it.
    primary key (article_id, source_id, evidence)
);
