-- One row per article as the parser found it, before any other article is looked at.
create table parsed_articles (
    article_id varchar not null, -- Hash (128 bit, hexadecimal) of the record's id and the article's ordinal in it.
    record_id varchar not null, -- Record the article was found in.
    parent_article_id varchar, -- Main article of the page, for an embedded one; null otherwise.
    is_embedded boolean not null, -- True when the article is a further one on another article's page.
    url varchar, -- Address the record gives for the article, as given.
    canonical_url varchar, -- Address without tracking parameters, AMP and mobile variants.
    site_name varchar, -- Publisher's name as the page writes it; null when it does not say.
    domain varchar, -- Internet domain of the publisher (no www, no mobile prefix); null when no address is known.
    title varchar, -- Headline without the site's name; null when the page has none.
    title_basis varchar, -- Where the title comes from: heading, first_line, marked_line, jsonld, meta, html_title, field, lede, none.
    subtitle varchar, -- Standfirst under the headline.
    body varchar not null, -- The article's words, re-flowed and un-glued, paragraphs separated by an empty line.
    authors varchar[] not null, -- People named in the byline, in order; where only an agency, a desk or the site signs, that name; empty when nobody does.
    section varchar, -- Desk or section as the page names it.
    language varchar, -- Two-letter language code of the body; null when too short to tell.
    language_confidence double, -- Confidence of the language, 0 to 1.
    dateline varchar, -- Place at the head of the body, as written.
    published_at timestamp, -- When it was published, UTC; null when the page does not say.
    published_precision varchar not null, -- second, minute, day, month or none.
    published_basis varchar not null, -- jsonld, meta, url, feed, text, filename or none.
    modified_at timestamp, -- When the page says it was last changed, UTC.
    word_count integer not null, -- Words in body.
    extraction_confidence double not null, -- Confidence that body is the whole article and nothing else, 0 to 1.
    changes struct(field varchar, change varchar, reason varchar)[] not null, -- What was cleaned.
    parser_version varchar not null, -- Version of the parser that made the row.
    primary key (article_id)
);
