-- One row per directory entry seen under the raw folder and per content it has held: what happened to it.
create table files (
    file_id varchar, -- SHA-256 of the file's bytes, hexadecimal; null for an entry whose bytes were not read (link, FIFO, unreadable).
    path varchar not null, -- Path relative to the raw folder, with forward slashes; undecodable bytes are shown as \xNN.
    size_bytes bigint, -- Size in bytes when it was read.
    format varchar, -- Format by content, never by suffix alone: text, markdown, html, json, jsonl, ...; null when not read.
    compression varchar, -- Outer compression that was removed (gz, zst, ...); null when none.
    encoding varchar, -- Character encoding the text was decoded from; null for binary containers.
    landed_on date not null, -- Landing day: the folder named YYYY-MM-DD that holds the file, else the day the file was first seen.
    status varchar not null check (status in ('parsed', 'quarantined', 'skipped', 'gone')), -- parsed: gave at least one article; quarantined: gave none, or could not be read; skipped: not an input (link, temporary or hidden file); gone: was here, is no longer, its articles stay.
    reason varchar, -- Why it was quarantined or skipped (closed list in docs/reasons.md); null when parsed.
    detail varchar, -- What exactly was found, or what in the file was passed over (requests and pictures of a web archive); in one line.
    record_count integer not null, -- Records found in the file, good and bad.
    article_count integer not null, -- Articles that its records gave, embedded ones included.
    quarantine_count integer not null, -- Rows of quarantine that point at this file.
    primary key (path, file_id)
);
