-- One row per directory entry seen under the raw folder, and per content it has held.
create table raw_entries (
    path varchar not null, -- Path relative to the raw folder; undecodable bytes are shown as \xNN.
    path_bytes blob not null, -- The path as the file system has it, to open the file again.
    size_bytes bigint, -- Size when last seen.
    mtime_ns bigint, -- Modification time, nanoseconds.
    ctime_ns bigint, -- Change time, nanoseconds.
    inode bigint, -- File number.
    file_id varchar, -- SHA-256 of the bytes; null when not read.
    landed_on date not null, -- Landing day.
    status varchar not null check (status in ('seen', 'skipped', 'gone')), -- seen: is there and was read; skipped: is no input; gone: was here.
    reason varchar, -- Why it was skipped.
    detail varchar, -- What exactly was found.
    primary key (path, file_id)
);
