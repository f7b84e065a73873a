-- One row per subject of the IPTC Media Topics.
create table topics (
    topic_id varchar not null, -- IPTC code, 8 digits.
    label varchar not null, -- English label.
    parent_topic_id varchar references topics (topic_id), -- Broader topic; null at the top.
    level integer not null, -- 1 at the top.
    wikidata_id varchar, -- Wikidata item of the topic.
    primary key (topic_id)
);
