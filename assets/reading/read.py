"""A file's bytes -> its records. Keep out: how a format is split (formats/), which files there are (discovery.py)."""

import hashlib
from dataclasses import dataclass

import polars as pl

from assets.reading.limits import DEFAULT, Limits
from assets.reading.printable import one_line, sample_of
from assets.reading.reasons import Refusal
from assets.reading.record_frame import build_records
from assets.reading.source import Ledger, Source
from assets.reading.unpack import Unpacked, read_source


@dataclass(frozen=True)
class FileContent:
    """What is in a file.

    `format` is found by content, `compression` is what was removed around it, `encoding` that of its text. `records` is
    a frame of `read_records`. `rejection` is (reason, detail, sample) when the whole file is refused; `note` says in
    one line what was passed over because it can never be an article, and null when there was nothing.
    """

    format: str | None
    compression: str | None
    encoding: str | None
    records: pl.DataFrame
    rejection: tuple[str, str, str] | None
    note: str | None = None


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT) -> FileContent:
    """The records of a file; `name` is a hint only. Never raises for anything that the bytes hold."""
    unpacked = Unpacked()
    rejection = None
    ledger = Ledger()
    try:
        read_source(Source(data, name, limits, ledger), unpacked)
    except Refusal as refusal:
        rejection = (refusal.reason, one_line(refusal.detail), sample_of(data))
        unpacked.records.clear()
    encodings = {record.encoding for record in unpacked.records if record.encoding}
    return FileContent(
        format=unpacked.format,
        compression="+".join(unpacked.compressions) or None,
        encoding=encodings.pop() if len(encodings) == 1 else None,
        records=build_records(hashlib.sha256(data).hexdigest(), unpacked.records),
        rejection=rejection,
        note=_note(ledger),
    )


def _note(ledger: Ledger) -> str | None:
    if not ledger.skipped:
        return None
    return one_line("passed over: " + ", ".join(f"{count} {what}" for what, count in sorted(ledger.skipped.items())))
