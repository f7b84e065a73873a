-- One row per file content that was read and parsed.
create table parsed_files (
    file_id varchar not null, -- SHA-256 of the bytes.
    format varchar, -- Format by content.
    compression varchar, -- Outer compression that was removed.
    encoding varchar, -- Character encoding.
    stage varchar, -- Stage that refused the whole file; null when its records were read.
    reason varchar, -- Why the whole file was refused; null when its records were read.
    detail varchar, -- What was found and what to do.
    sample varchar, -- First 200 bytes, printable, of a refused file.
    parser_version varchar not null, -- Version of the reader and parser.
    name_hint varchar not null, -- What of its name it was read with: suffixes, lower case; empty when it has none.
    primary key (file_id)
);
