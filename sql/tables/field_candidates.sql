-- One row per value that was considered for a field of an article: why this title, this date, this author.
create table field_candidates (
    article_id varchar not null references articles (article_id), -- The article.
    field varchar not null, -- Column of articles, or site_name.
    value varchar not null, -- The value considered, as text.
    basis varchar not null, -- Where it was found: jsonld, meta, heading, first_line, text, url, ...
    confidence double not null, -- Confidence of the value, 0 to 1.
    is_chosen boolean not null, -- True when it became the field's value.
    reason varchar not null, -- Why it was or was not chosen.
    primary key (article_id, field, value, basis)
);
