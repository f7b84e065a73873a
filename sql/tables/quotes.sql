-- One row per quotation in a body.
create table quotes (
    quote_id varchar not null, -- Hash of article and position.
    article_id varchar not null references articles (article_id), -- The article.
    quote varchar not null, -- The words quoted, without quotation marks.
    is_direct boolean not null, -- True for words in quotation marks.
    speaker varchar, -- Who says it, as written.
    speaker_entity_id varchar references entities (entity_id), -- The speaker as an entity.
    cue varchar, -- Word that introduces it (said, told).
    confidence double not null, -- Confidence that it is a quotation by this speaker, 0 to 1.
    char_start integer not null, -- First character in articles.body, from 0.
    char_end integer not null, -- Character after the last one.
    quote_group_id varchar not null, -- The same quotation in other articles has the same id: that of the group's first member.
    is_canonical boolean not null, -- True for the longest form of its group, the first of equals.
    primary key (quote_id)
);
