"""Damaged files give records or a listed reason, never an exception, and never a record without content or reason."""

import json
import zipfile
from functools import cache

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.reading.reasons import REASONS
from tests.reading.support import article, gz, json_line, page, read, reasons, tarred, zipped
from tests.reading.test_compression import zst
from tests.reading.test_csv import HEAD, line
from tests.reading.test_feed import item, rss
from tests.reading.test_mail import mail
from tests.reading.test_news_xml import NITF, g2, message
from tests.reading.test_warc import INFO, record


@cache
def samples() -> list[tuple[str, bytes]]:
    lines = "".join(json_line(number) + "\n" for number in range(4))
    table = pa.BufferOutputStream()
    pq.write_table(pa.table({"title": ["a", "b"], "text": ["c", "d"]}), table)
    return [
        ("a.txt", "Überfahrt — Pier reopens\r\n".encode() * 5),
        ("a.html", page().encode()),
        ("a.json", json.dumps([article(0), article(1)]).encode()),
        ("a.jsonl", lines.encode()),
        ("a.csv", (HEAD + line(0) + line(1)).encode()),
        ("a.xml", rss(item(1), item(2)).encode()),
        ("b.xml", NITF.format(status="usable").encode()),
        ("c.xml", message(g2(1), g2(2)).encode()),
        ("a.eml", mail().encode()),
        ("a.warc", INFO + record(1) + record(2)),
        ("a.warc.gz", gz(INFO) + gz(record(1))),
        ("a.zip", zipped(("a.html", page()), ("b.jsonl", lines))),
        ("b.zip", zipped(("a.html", page()), method=zipfile.ZIP_LZMA)),
        ("c.zip", zipped(("a.html", page()), method=zipfile.ZIP_BZIP2)),
        ("a.tar", tarred(("a.html", page().encode()))),
        ("a.jsonl.gz", gz(lines)),
        ("a.html.zst", zst(page().encode())),
        ("a.parquet", table.getvalue().to_pybytes()),
        ("a.txt", "Überfahrt".encode("utf-16")),
        ("a.txt", ("Überfahrt in the morning\n" * 5).encode("cp500")),
        ("b.warc", record(1, extra="Content-Encoding: gzip\r\n", body=gz(page() * 9))),
    ]


@st.composite
def damaged(draw):
    name, data = draw(st.sampled_from(samples()))
    other = draw(st.sampled_from(samples()))[1]
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(data)))
        size = draw(st.integers(0, 60))
        kind = draw(st.sampled_from(["flip", "cut", "delete", "repeat", "splice"]))
        flipped = bytes([data[place] ^ 1 << size % 8]) if place < len(data) else b""
        data = {
            "flip": data[:place] + flipped + data[place + 1 :],
            "cut": data[:place],
            "delete": data[:place] + data[place + size :],
            "repeat": data[:place] + data[place : place + size] * 2 + data[place + size :],
            "splice": data[:place] + other[size : size * 3] + data[place:],
        }[kind]
    return draw(st.sampled_from([name, name, "no-suffix", "a.html", "a.csv"])), data


def test_damage_in_a_member_of_any_compression_costs_that_member():
    for method in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED):
        whole = bytearray(zipped(("a.html", page()), ("b.html", page("Second")), method=method))
        whole[60:64] = b"\xff\xff\xff\xff"
        assert reasons(bytes(whole), "a.zip") == ["corrupt_archive", None], method


@settings(max_examples=250, derandomize=True, deadline=None)
@given(damaged())
def test_damage_gives_records_or_reasons(case):
    name, data = case
    content = read(data, name)
    if content.rejection:
        assert content.rejection[0] in REASONS
        assert content.records.is_empty()
        return
    assert content.records.height
    for row in content.records.iter_rows(named=True):
        assert (row["content"] is None) != (row["reason"] is None)
        assert row["reason"] is None or (row["reason"] in REASONS and row["detail"] and "\n" not in row["detail"])
        if row["reason"] is None and row["format"] == "json":
            assert isinstance(json.loads(row["content"]), dict)
    assert read(data, name).records.equals(content.records)
