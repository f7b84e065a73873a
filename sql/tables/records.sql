-- One row per distinct record: the text that was read, on which every character offset of segments counts.
create table records (
    record_id varchar not null, -- Hash (128 bit, hexadecimal) of the record's format and bytes: the same record in another file has the same id.
    format varchar not null, -- Format of the record: text, markdown, html, json.
    encoding varchar, -- Character encoding the record was decoded from.
    char_count bigint not null, -- Length of text in Unicode code points.
    text varchar, -- The record's text as it was segmented: the file's own text, or for a page the text of its blocks in order; null when it could not be read.
    primary key (record_id)
);
