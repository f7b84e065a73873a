"""Text, Markdown and pages: one file, one record."""

import hashlib

import pytest

from assets.contract.frames import conform_frame
from assets.reading.limits import MIB
from tests.reading.support import gz, page, read, reasons, rows


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ("Pier reopens\n\nOn Monday.", "a.txt", "text"),
        ("Pier reopens\n\nOn Monday.", "article", "text"),
        ("# Pier", "a.md", "markdown"),
        ("---\ntitle: Pier\n---\nOn Monday.", "a.txt", "markdown"),
        ("---\nnothing here\n---\nOn Monday.", "a.txt", "text"),
        (page(), "a.html", "html"),
        (page(), "a.php", "html"),
        (page(), "a.txt", "html"),
        ("<!-- cached -->\n" + page(), "a", "html"),
        ("no tags at all", "a.htm", "html"),
        ("[Photo] The pier reopened.", "a.txt", "text"),
        ("{sic} The pier reopened.", "a.txt", "text"),
    ],
)
def test_the_format_is_told_by_content_and_only_then_by_name(data, name, kind):
    content = read(data, name)
    assert (content.format, content.records["format"].to_list()) == (kind, [kind])


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "empty_file"),
        (b"\xef\xbb\xbf \r\n\t\xc2\xa0", "a.txt", "empty_file"),
        (b"\x00" * 100_000, "a.html", "empty_file"),
        (b"%PDF-1.7\n1 0 obj", "a.html", "type_mismatch"),
        (b"%PDF-1.7\n1 0 obj", "a.pdf", "unsupported_type"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.html", "type_mismatch"),
        (b"hello", "a.xyz", "unsupported_type"),
        (b"x" * (5 * MIB + 1), "a.txt", "too_large"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data, name, reason):
    content = read(data, name)
    assert content.rejection[0] == reason
    assert content.records.is_empty()
    assert len(content.rejection[1]) > 10


def test_a_record_says_where_it_lies_and_what_it_is():
    data = b"\xef\xbb\xbfPier reopens\r\nOn Monday."
    (row,) = rows(data, "a.txt")
    assert row["content"] == "Pier reopens\nOn Monday."
    assert (row["byte_start"], row["byte_end"], row["line_number"], row["ordinal"]) == (0, len(data), 1, 0)
    assert row["file_id"] == hashlib.sha256(data).hexdigest()
    assert row["record_id"] == hashlib.blake2b(b"text\x00" + data, digest_size=16).hexdigest()


def test_a_record_keeps_its_id_under_another_name_and_compression():
    plain, packed = rows(page(), "a.html")[0], rows(gz(page()), "copy.html.gz")[0]
    assert plain["record_id"] == packed["record_id"]
    assert plain["file_id"] != packed["file_id"]


def test_words_that_start_like_a_signature_are_still_words():
    assert reasons("BMW recalls 400 cars after fire.", "a.txt") == [None]
    assert reasons("MZansi voters queue since dawn.", "a.txt") == [None]


def test_records_follow_the_contract():
    for content in (read(page(), "a.html"), read("", "a.txt"), read('{"a":1}\nx\n{"b":2}', "a.jsonl")):
        assert conform_frame("read_records", content.records).equals(content.records)
