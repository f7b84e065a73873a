"""Records -> a frame of `read_records`. Keep out: how records are found."""

import hashlib

import polars as pl

from assets.contract.frames import conform_frame
from assets.reading.printable import one_line, printable_name, sample_of
from assets.reading.source import Record

_CHANGES = pl.List(pl.Struct({"field": pl.String, "change": pl.String, "reason": pl.String}))


def record_id(record: Record) -> str:
    """128 bit of BLAKE2b over the format and the bytes that make the record what it is, hexadecimal."""
    digest = hashlib.blake2b(record.format.encode() + b"\x00", digest_size=16)
    digest.update(record.identity)
    return digest.hexdigest()


def build_records(file_id: str, records: list[Record]) -> pl.DataFrame:
    """One row of `read_records` per record, in the order of the file."""
    columns = {
        "ordinal": pl.Series(range(len(records)), dtype=pl.Int32),
        "record_id": [record_id(record) for record in records],
        "member": pl.Series([_member(record) for record in records], dtype=pl.String),
        "line_number": pl.Series([record.line_number for record in records], dtype=pl.Int64),
        "byte_start": pl.Series([record.byte_start for record in records], dtype=pl.Int64),
        "byte_end": pl.Series([record.byte_end for record in records], dtype=pl.Int64),
        "format": [record.format for record in records],
        "encoding": pl.Series([record.encoding for record in records], dtype=pl.String),
        "content": pl.Series([record.content for record in records], dtype=pl.String),
        "reason": pl.Series([record.reason for record in records], dtype=pl.String),
        "detail": pl.Series([_line(record.detail) for record in records], dtype=pl.String),
        "sample": pl.Series([_sample(record) for record in records], dtype=pl.String),
        "changes": pl.Series([_changes(record) for record in records], dtype=_CHANGES),
    }
    frame = pl.DataFrame(columns).with_columns(file_id=pl.lit(file_id))
    return conform_frame("read_records", frame)


def _member(record: Record) -> str | None:
    return None if record.member is None else printable_name(record.member)


def _line(detail: str | None) -> str | None:
    return None if detail is None else one_line(detail)


def _sample(record: Record) -> str | None:
    return sample_of(record.sample or b"") if record.reason else None


def _changes(record: Record) -> list[dict[str, str]]:
    return [{"field": "content", "change": change.change, "reason": change.reason} for change in record.changes]
