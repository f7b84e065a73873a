"""Web archives."""

import gzip
import zlib

import pytest
import zstandard

from tests.reading.support import fields, gz, page, read, reasons, rows

INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n"


def record(
    number: int, kind: str = "response", status: str = "200 OK", extra: str = "", body: bytes = b"", length=None
) -> bytes:
    body = body or page(f"Pier {number}").encode()
    block = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{extra}\r\n".encode() + body
    size = len(block) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://kelp.test/{number}\r\n"
        "WARC-Date: 2026-11-03T09:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def test_a_page_knows_its_address():
    (found,) = fields(INFO + record(1), "a.warc")
    assert (found["_origin"], found["url"], found["crawled_at"]) == (
        "warc",
        "https://kelp.test/1",
        "2026-11-03T09:00:00Z",
    )
    assert "<h1>Pier 1</h1>" in found["html"]


@pytest.mark.parametrize("pack", [lambda parts: gz(b"".join(parts)), lambda parts: b"".join(map(gz, parts))])
def test_compressed_as_a_whole_or_record_by_record(pack):
    data = pack([INFO, record(1), record(2)])
    assert [found["url"][-1] for found in fields(data, "a.warc.gz")] == ["1", "2"]


def test_what_is_no_page_is_counted_and_not_refused():
    data = INFO + record(1, "request") + record(2, status="404 Not Found") + record(3)
    content = read(data, "a.warc")
    assert content.records.height == 1
    assert content.note == "passed over: 1 pages with status 404, 1 request records"
    assert read(INFO + record(1, "request"), "a.warc").rejection[0] == "not_article"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (INFO + record(1) + b"<garbage>\n" * 20 + record(2), [None, "bad_warc", None]),
        (INFO + record(1) + record(2)[:-200], [None, "bad_warc"]),
        (INFO + record(1, length=90) + record(2), ["bad_warc", None]),
        (INFO + record(1) + record(2, length="many") + record(3), [None, "bad_warc"]),
        (INFO + record(1) + record(2, extra="X: y\r\n") + record(3), [None, None, None]),
    ],
)
def test_a_damaged_record_costs_itself(data, expected):
    assert reasons(data, "a.warc") == expected


def test_a_damaged_compressed_record_costs_itself():
    packed = [gz(INFO), gz(record(1)), bytearray(gz(record(2))), gz(record(3))]
    packed[2][40:60] = b"\0" * 20
    assert reasons(b"".join(map(bytes, packed)), "a.warc.gz") == [None, "bad_warc", None]
    assert reasons(gz(INFO) + gz(record(1)) + gz(record(2))[:-60], "a.warc.gz") == [None, "bad_warc"]


def test_transfer_and_content_encodings_are_undone():
    body = page("Brücke").encode()
    chunks = (
        b"".join(b"%x\r\n%s\r\n" % (len(body[i : i + 50]), body[i : i + 50]) for i in range(0, len(body), 50))
        + b"0\r\n\r\n"
    )
    for extra, sent in (
        ("Transfer-Encoding: chunked\r\n", chunks),
        ("Transfer-Encoding: chunked\r\n", body),
        ("Content-Encoding: gzip\r\n", gzip.compress(body)),
    ):
        assert fields(INFO + record(1, extra=extra, body=sent), "a.warc")[0]["html"] == body.decode().strip()


def test_a_bomb_in_a_page_costs_its_record():
    bomb = gzip.compress(b" " * (40 << 20))
    data = INFO + record(1) + record(2, extra="Content-Encoding: gzip\r\n", body=bomb) + record(3)
    assert reasons(data, "a.warc") == [None, "decompression_bomb", None]


def test_the_encoding_that_only_http_names_is_used():
    data = record(1, body=page("Überfahrt über die Brücke, größer").encode("latin-1")).replace(
        b"charset=utf-8", b"charset=latin1"
    )
    assert "Überfahrt" in fields(INFO + data, "a.warc")[0]["html"]


def test_extracted_text_is_taken():
    text = "Pier reopens\nIt reopened on Monday."
    head = (
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://kelp.test/1\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(text)}\r\n\r\n"
    )
    assert fields(head + text + "\r\n\r\n", "a.warc.wet")[0]["text"] == text
    assert rows(head + text + "\r\n\r\n", "a")[0]["byte_start"] == 0


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("br", page().encode()),
        ("gzip", page().encode()),
        ("zstd", zstandard.compress(page().encode())),
        ("gzip, gzip", gz(gz(page()))),
        ("deflate", zlib.compress(page().encode())),
        ("deflate", zlib.compress(page().encode(), wbits=-15)),
        ("identity", page().encode()),
    ],
)
def test_content_encodings_are_taken_off_where_they_are_there(encoding, body):
    data = record(1, extra=f"Content-Encoding: {encoding}\r\n", body=body) + record(2)
    assert [found["html"] for found in fields(data, "a.warc")] == [page().strip(), page("Pier 2").strip()]


@pytest.mark.parametrize(
    ("encoding", "body", "reason"),
    [
        ("br", b"\x1b\x3f\x00\x80\x01\x02", "unsupported_type"),
        ("zstd", zstandard.compress(page().encode())[:-9] + bytes(9), "bad_warc"),
        ("zstd", zstandard.compress(page().encode())[:-9], "bad_warc"),
        ("deflate", b"\x78\x9c\x00\x01\x02\x03", "bad_warc"),
        ("gzip", gz(page())[:30] + bytes(40), "bad_warc"),
    ],
)
def test_a_body_that_cannot_be_decoded_costs_its_page(encoding, body, reason):
    data = record(1, extra=f"Content-Encoding: {encoding}\r\n", body=body) + record(2)
    assert reasons(data, "a.warc") == [reason, None]


def test_a_page_whose_body_was_cut_is_kept_and_says_so():
    whole = page(body="".join(f"Pier {number} reopened. " for number in range(2000)))
    data = record(1, extra="Content-Encoding: gzip\r\n", body=gz(whole)[:-900])
    (row,) = rows(data, "a.warc")
    assert "Pier 1 reopened" in row["content"] and "Pier 1999" not in row["content"]
    assert row["changes"][0]["reason"] == "the page's gzip body ends too early"
