-- One row per record in a file: where its bytes lie.
create table record_files (
    record_id varchar not null references records (record_id), -- The record.
    file_id varchar not null references files (file_id), -- The file that holds it.
    ordinal integer not null, -- Position of the record in the file, from 0.
    member varchar, -- Member of an archive that holds it; null when the file itself does.
    line_number bigint, -- First line of the record in the file or member, from 1; null where lines mean nothing.
    byte_start bigint not null, -- First byte in the file (after decompression).
    byte_end bigint not null, -- Byte after the last one.
    primary key (file_id, ordinal)
);
