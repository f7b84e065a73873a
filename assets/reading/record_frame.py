"""Records -> a frame of `read_records`. Keep out: how records are found."""

import polars as pl

from assets.contract.catalog import find_table
from assets.reading.printable import one_line, printable_name, sample_of
from assets.reading.source import Record


def build_records(file_id: str, records: list[Record]) -> pl.DataFrame:
    """One row of `read_records` per sealed record, in the order of the file."""
    columns = {
        "file_id": [file_id] * len(records),
        "ordinal": list(range(len(records))),
        "record_id": [record.record_id for record in records],
        "member": [_member(record) for record in records],
        "line_number": [record.line_number for record in records],
        "byte_start": [record.byte_start for record in records],
        "byte_end": [record.byte_end for record in records],
        "format": [record.format for record in records],
        "encoding": [record.encoding for record in records],
        "content": [record.content for record in records],
        "reason": [record.reason for record in records],
        "detail": [_line(record.detail) for record in records],
        "sample": [_sample(record) for record in records],
        "changes": [_changes(record) for record in records],
    }
    # One frame a file: building it with its types is several times faster than casting and sorting it afterwards.
    return pl.DataFrame(columns, schema=find_table("read_records").schema)


def _member(record: Record) -> str | None:
    return None if record.member is None else printable_name(record.member)


def _line(detail: str | None) -> str | None:
    return None if detail is None else one_line(detail)


def _sample(record: Record) -> str | None:
    return sample_of(record.sample or b"") if record.reason else None


def _changes(record: Record) -> list[dict[str, str]]:
    return [{"field": "content", "change": change.change, "reason": change.reason} for change in record.changes]
