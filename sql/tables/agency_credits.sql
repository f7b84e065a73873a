-- One row per agency credited by an article, and kind of evidence.
create table agency_credits (
    article_id varchar not null references articles (article_id), -- The article.
    source_id varchar not null references sources (source_id), -- The agency, as a source.
    evidence varchar not null check (evidence in ('credit_line', 'dateline', 'attribution', 'shared_text')), -- credit_line: a line or tail names it; dateline: (Reuters) after the place; attribution: the text says so; shared_text: it is an exact or near copy of an article that is the agency's own or credits it in a line or dateline.
    matched_text varchar not null, -- The words that show it.
    primary key (article_id, source_id, evidence)
);
