-- One row per article found; a page that holds four articles gives four rows. Copies keep their rows, with is_canonical = false.
create table articles (
    article_id varchar not null, -- Hash (128 bit, hexadecimal) of the record's id and the article's ordinal in it.
    record_id varchar not null references records (record_id), -- Record the article was found in.
    parent_article_id varchar references articles (article_id), -- Main article of the page, for an embedded one; null otherwise.
    is_embedded boolean not null, -- True when the article is a further one on another article's page.
    url varchar, -- Address the record gives for the article, as given.
    canonical_url varchar, -- Address without tracking parameters, AMP and mobile variants.
    source_id varchar references sources (source_id), -- Publisher; null when the page does not say.
    title varchar, -- Headline without the site's name; null when the page has none.
    title_basis varchar, -- Where the title comes from: heading, first_line, marked_line, jsonld, meta, html_title, field, lede, none.
    subtitle varchar, -- Standfirst under the headline.
    body varchar not null, -- The article's words, re-flowed and un-glued, paragraphs separated by an empty line.
    authors varchar[] not null, -- People named in the byline, in order; where only an agency, a desk or the site signs, that name; empty when nobody does.
    section varchar, -- Desk or section as the page names it.
    language varchar, -- Two-letter language code of the body; null when too short to tell.
    language_confidence double, -- Confidence of the language, 0 to 1.
    dateline varchar, -- Place at the head of the body, as written (BRUSSELS).
    published_at timestamp, -- When it was published, UTC; null when the page does not say. See published_precision.
    published_precision varchar not null check (published_precision in ('second', 'minute', 'day', 'month', 'none')), -- How exact published_at is.
    published_basis varchar not null check (published_basis in ('jsonld', 'meta', 'url', 'feed', 'text', 'filename', 'none')), -- Where published_at comes from.
    modified_at timestamp, -- When the page says it was last changed, UTC.
    word_count integer not null, -- Words in body.
    extraction_confidence double not null, -- Confidence that body is the whole article and nothing else, 0 to 1.
    version_number integer not null, -- 1 for the first version seen of this article at this outlet, 2 for its first update, and so on.
    is_latest_version boolean not null, -- True for the newest version of this article at this outlet.
    is_canonical boolean not null, -- True for the one article that stands for its group of copies; true when it has no copies.
    duplicate_group_id varchar references duplicate_groups (duplicate_group_id), -- Group of exact and near copies; null when it has none.
    story_id varchar references stories (story_id), -- Event the article reports, shared across outlets.
    is_machine_translated boolean, -- Suspected machine translation; null when not assessed.
    changes struct(field varchar, change varchar, reason varchar)[] not null, -- What was cleaned: field, what was done, why.
    landed_on date not null, -- Earliest landing day of a file that holds the record.
    parser_version varchar not null, -- Version of the parser that made the row.
    primary key (article_id)
);
