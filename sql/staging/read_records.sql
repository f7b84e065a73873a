-- One row per record found in a file, good or bad: what reading hands to parsing.
create table read_records (
    file_id varchar not null, -- SHA-256 of the file's bytes.
    ordinal integer not null, -- Position in the file, from 0.
    record_id varchar not null, -- Hash (128 bit, hexadecimal) of format and record bytes.
    member varchar, -- Member of an archive.
    line_number bigint, -- First line in the file or member, from 1.
    byte_start bigint not null, -- First byte in the file (after decompression).
    byte_end bigint not null, -- Byte after the last one.
    format varchar not null, -- How content is to be parsed: text, markdown, html, json (an object of article fields).
    encoding varchar, -- Encoding it was decoded from.
    content varchar, -- Decoded text, newlines as \n; for json one object as JSON text; null when it could not be read. Not kept after parsing.
    reason varchar, -- Reason code when the record is bad; null when good.
    detail varchar, -- What was found and what to do; null when good.
    sample varchar, -- First 200 bytes, printable, of a bad record; null when good.
    changes struct(field varchar, change varchar, reason varchar)[] not null, -- Repairs made while decoding (field = 'content').
    primary key (file_id, ordinal)
);
