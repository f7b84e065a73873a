"""Parquet tables."""

import io
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.reading.support import fields, reasons


def table(**columns) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_rows_become_objects_whatever_the_types():
    data = table(
        title=["Pier", None],
        text=pa.array([b"It reopened", b"caf\xe9"], pa.binary()),
        published=[datetime(2026, 11, 3, 9, tzinfo=UTC), None],
        day=[date(2026, 11, 3), None],
        tags=[["a", "b"], []],
        score=[float("nan"), 1.5],
        number=[1, 2],
    )
    first, second = fields(data, "a.parquet")
    assert first == {
        "_origin": "parquet",
        "title": "Pier",
        "text": "It reopened",
        "published": "2026-11-03 09:00:00.000000Z",
        "day": "2026-11-03",
        "tags": ["a", "b"],
        "number": 1,
    }
    assert second == {"_origin": "parquet", "text": "café", "score": 1.5, "number": 2}


def test_all_rows_of_all_groups_are_read_in_order():
    out = io.BytesIO()
    pq.write_table(pa.table({"title": [f"t{number}" for number in range(10_000)]}), out, row_group_size=700)
    found = fields(out.getvalue(), "a")
    assert [row["title"] for row in found] == [f"t{number}" for number in range(10_000)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: data[: len(data) // 2], "bad_parquet"),
        (lambda data: data[:-8], "bad_parquet"),
        (lambda data: data[:-8] + b"\xff\xff\xff\x7fPAR1", "bad_parquet"),
        (lambda data: b"PAR1" + b"\x07" * 50 + (20).to_bytes(4, "little") + b"PAR1", "bad_parquet"),
        (lambda _: b"title,text\r\na,b\r\n", "bad_parquet"),
        (lambda _: table(title=pa.array([], pa.string())), "empty_container"),
        (
            lambda _: table(text=pa.DictionaryArray.from_arrays(pa.array([0] * 40_000), ["x" * 20_000])),
            "decompression_bomb",
        ),
    ],
)
def test_tables_that_are_refused(change, reason):
    assert reasons(change(table(title=["Pier"] * 50)), "a.parquet") == [reason]


def test_a_table_whose_footer_is_encrypted_is_called_so():
    assert reasons(b"PARE" + bytes(40) + b"PARE", "a.parquet") == ["encrypted"]


def test_columns_of_one_name_are_all_kept():
    table = pa.Table.from_arrays([pa.array(["Pier"]), pa.array(["Quay"])], names=["title", "title"])
    out = io.BytesIO()
    pq.write_table(table, out)
    assert fields(out.getvalue(), "a.parquet")[0] == {"_origin": "parquet", "title": "Pier", "title 2": "Quay"}
