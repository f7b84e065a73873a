-- One row per agency an article names as its origin, and kind of evidence.
create table parsed_credits (
    article_id varchar not null, -- The article.
    agency varchar not null, -- Agency name as the agency list writes it, or as the credit line does when it is not in the list.
    evidence varchar not null, -- credit_line, dateline or attribution.
    matched_text varchar not null, -- The words that show it.
    primary key (article_id, agency, evidence)
);
