"""Parquet tables: each row is a record. Read in batches whose size follows what they turn out to hold."""

import io
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from assets.reading.compression import Budget
from assets.reading.encodings import decode
from assets.reading.formats.fields import field_record, name_cells
from assets.reading.formats.model import Format
from assets.reading.reasons import Refusal
from assets.reading.source import Record, Source

_MAGIC = b"PAR1"
# The footer itself is encrypted.
_ENCRYPTED = b"PARE"
_FIRST_BATCH = 64
_BATCH_BYTES = 16 << 20
_MOST_ROWS = 4096


def _matches(source: Source) -> bool:
    return source.data.startswith((_MAGIC, _ENCRYPTED)) or source.suffix == ".parquet"


def read_rows(source: Source) -> Iterator[Record]:
    """A record for each row, its fields named by the columns.

    Raises Refusal: bad_parquet, encrypted, too_many, decompression_bomb.
    """
    _refuse_footer(source)
    try:
        file = pq.ParquetFile(io.BytesIO(source.data), memory_map=False, pre_buffer=False)
        if file.metadata.num_columns > source.limits.columns:
            raise Refusal("too_many", f"{file.metadata.num_columns:,} columns; the limit is {source.limits.columns:,}")
        yield from _records(source, file)
    except (pa.ArrowException, OSError, ValueError) as error:
        if "decrypt" in str(error):
            raise _encrypted() from None
        raise Refusal("bad_parquet", f"cannot be read as Parquet: {error}; write the file again") from None


def _refuse_footer(source: Source) -> None:
    data, limit = source.data, source.limits.parquet_footer_bytes
    if data.startswith(_ENCRYPTED):
        raise _encrypted()
    if not (data.startswith(_MAGIC) and data.endswith(_MAGIC)) or len(data) < 12:
        raise Refusal(
            "bad_parquet", "does not begin and end as Parquet does: cut, still being written, or something else"
        )
    length = int.from_bytes(data[-8:-4], "little")
    if length > min(limit, len(data) - 12):
        raise Refusal("bad_parquet", f"the footer claims {length:,} bytes; the file has {len(data):,}")


def _encrypted() -> Refusal:
    return Refusal("encrypted", "protected with a key; write it without encryption")


def _records(source: Source, file: pq.ParquetFile) -> Iterator[Record]:
    budget, number = Budget(source), 0
    if not file.metadata.num_rows:
        raise Refusal("empty_container", "a table without rows")
    for batch in _batches(file):
        done = (number + batch.num_rows) / file.metadata.num_rows
        budget.add(_full_size(batch), int(done * len(source.data)))
        names = batch.schema.names
        columns = [_values(column) for column in batch.columns]
        for row in zip(*columns, strict=True):
            yield field_record(
                "parquet",
                name_cells(row, names),
                source,
                byte_start=0,
                byte_end=len(source.data),
                line_number=number + 1,
            )
            number += 1


def _batches(file: pq.ParquetFile) -> Iterator[pa.RecordBatch]:
    """Batches of bounded size: rows are few until it is known how wide they are."""
    size, done = _FIRST_BATCH, 0
    while done < file.metadata.num_rows:
        for batch in _from_row(file, done, size):
            yield batch
            done += batch.num_rows
            wanted = min(_MOST_ROWS, max(1, _BATCH_BYTES * batch.num_rows // max(_full_size(batch), 1)))
            if wanted * 4 < size or (size < _MOST_ROWS and wanted > size * 4):
                size = wanted
                break
        else:
            return


def _from_row(file: pq.ParquetFile, start: int, size: int) -> Iterator[pa.RecordBatch]:
    """Batches from a row on."""
    group, skipped = 0, 0
    while group < file.num_row_groups and skipped + file.metadata.row_group(group).num_rows <= start:
        skipped += file.metadata.row_group(group).num_rows
        group += 1
    for batch in file.iter_batches(size, row_groups=list(range(group, file.num_row_groups)), use_threads=False):
        if skipped + batch.num_rows > start:
            yield batch.slice(max(start - skipped, 0))
        skipped += batch.num_rows


def _full_size(batch: pa.RecordBatch) -> int:
    """Bytes of a batch with every value written out: a dictionary stores a long one once for all rows."""
    size = batch.nbytes
    for column in batch.columns:
        if pa.types.is_dictionary(column.type) and pa.types.is_string(column.type.value_type):
            lengths = pc.take(pc.binary_length(column.dictionary), column.indices)
            size += pc.sum(lengths).as_py() or 0
    return size


def _values(column: pa.Array) -> list[Any]:
    """Python values of a column; what has no JSON form becomes text, what cannot be read null."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.dictionary_decode()
        kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        column = column.cast(pa.large_binary())
    elif pa.types.is_temporal(kind) or pa.types.is_decimal(kind):
        return _as_text(column)
    try:
        values = column.to_pylist()
    except (pa.ArrowException, ValueError, OverflowError):
        return [None] * len(column)
    return [_plain(value) for value in values]


def _as_text(column: pa.Array) -> list[Any]:
    """Times as ISO 8601 text; one that no calendar has is null."""
    try:
        return pc.cast(column, pa.string()).to_pylist()
    except (pa.ArrowException, ValueError):
        return [None] * len(column)


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return decode(value).text
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return None if isinstance(value, float) and value != value else value


PARQUET = Format("parquet", frozenset((".parquet",)), _matches, read_rows)
