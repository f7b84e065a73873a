"""What a worker process does with a file: bytes -> records -> articles. The only place where raw bytes are parsed.

Put here: the joint of reading and parsing. Keep out: which files (parse_new.py), what a worker
is asked (parse_task.py), how results are kept (warehouse/).
"""

import hashlib
import os
from pathlib import Path

import polars as pl

from assets.contract.frames import build_frame
from assets.parse_task import FROM_PARSING, PARSER_VERSION, Frames, RawFile
from assets.parsing.records import parse_records
from assets.reading.folder import read_file
from assets.reading.read import FileContent, read_bytes
from assets.reading.worker_limits import renew_time

RECORDS_A_SLICE = 200


def parse_file(raw: RawFile) -> Frames | None:
    """Every table of the parsed store for one file; None when its bytes are no longer those of `file_id`."""
    data = _read(raw)
    if data is None or hashlib.sha256(data).hexdigest() != raw.file_id:
        return None
    content = read_bytes(data, Path(os.fsdecode(raw.path)).name)
    records = content.records.with_columns(file_id=pl.lit(raw.file_id))
    return {
        "parsed_files": build_frame("parsed_files", [_describe(raw, content)]),
        "read_records": records.with_columns(content=pl.lit(None, pl.String)),
        **_parse(records),
    }


def _describe(raw: RawFile, content: FileContent) -> dict[str, str | None]:
    reason, detail, sample = content.rejection or (None, content.note, None)
    return {
        "file_id": raw.file_id,
        "format": content.format,
        "compression": content.compression,
        "encoding": content.encoding,
        "stage": "read" if reason else None,
        "reason": reason,
        "detail": detail,
        "sample": sample,
        "parser_version": PARSER_VERSION,
        "name_hint": raw.name_hint,
    }


def _parse(records: pl.DataFrame) -> Frames:
    """The parser's tables, a slice of records at a time: each slice has the time limit to itself."""
    parts = []
    for records_slice in records.iter_slices(RECORDS_A_SLICE) if records.height else [records]:
        parts.append(parse_records(records_slice))
        renew_time()
    return {name: pl.concat([getattr(part, name) for part in parts]) for name in FROM_PARSING}


def _read(raw: RawFile) -> bytes | None:
    """The file's bytes, never through a link; None when it cannot be opened any more."""
    try:
        return read_file(Path(raw.root), raw.path)
    except OSError:
        return None
