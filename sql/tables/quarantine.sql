-- One row per file or record that gave no article, with the reason: nothing is dropped in silence.
create table quarantine (
    record_id varchar references records (record_id), -- The record; null when the whole file was refused.
    file_id varchar references files (file_id), -- The file; null when its bytes were not read (unreadable, or over the limit of a file).
    path varchar, -- Path of a file whose bytes were not read; null when file_id says which file it is.
    member varchar, -- Member of an archive; null when there is none.
    line_number bigint, -- Line in the file or member, from 1; null where lines mean nothing.
    byte_start bigint, -- Byte where the trouble starts.
    stage varchar not null check (stage in ('scan', 'read', 'parse')), -- Stage that gave up.
    reason varchar not null, -- Reason from the closed list in docs/reasons.md.
    detail varchar not null, -- What was found and what to do, in one line.
    sample varchar, -- First 200 bytes of what was refused, printable.
    landed_on date not null -- Landing day of the file.
);
