"""Records in = records that gave articles + quarantined, file by file."""

from datetime import date

import polars as pl

from assets.accounting.outcomes import list_files, list_quarantine, list_record_files
from assets.contract.frames import build_frame

DAY = date(2026, 11, 16)


def entry(path: str, file_id: str | None, status: str = "seen", reason: str | None = None) -> dict:
    row = {"path": path, "path_bytes": path.encode(), "file_id": file_id, "landed_on": DAY}
    return {**row, "status": status, "reason": reason, "size_bytes": 9}


def record(file_id: str, ordinal: int, record_id: str, reason: str | None = None) -> dict:
    return {
        "file_id": file_id,
        "ordinal": ordinal,
        "record_id": record_id,
        "reason": reason,
        "byte_start": ordinal * 10,
    }


ENTRIES = build_frame(
    "raw_entries",
    [
        *(
            entry(path, file_id)
            for path, file_id in zip(("good", "again", "mixed", "bad", "empty"), "ggmbe", strict=True)
        ),
        entry("hollow", "h"),
        entry("link", None, "skipped", "symlink"),
        {**entry("locked", None, "skipped", "unreadable"), "detail": "cannot be read"},
        entry("old", "o", "gone"),
    ],
)
FILES = build_frame(
    "parsed_files",
    [
        *({"file_id": f, "format": "jsonl"} for f in "gmbo"),
        {"file_id": "e", "stage": "read", "reason": "empty_file", "detail": "0 bytes"},
        {"file_id": "h", "stage": "read", "reason": "empty_container", "detail": "no member"},
    ],
)
RECORDS = build_frame(
    "read_records",
    [
        record("g", 0, "r1"),
        record("m", 0, "r1"),
        record("m", 1, "r2", "bad_json"),
        record("b", 0, "r3"),
        record("o", 0, "r4"),
    ],
)
REJECTIONS = build_frame(
    "rejections",
    [
        {"record_id": "r2", "reason": "bad_json", "detail": "x"},
        {"record_id": "r3", "reason": "no_content", "detail": "y"},
    ],
)
ARTICLES = build_frame(
    "parsed_articles", [{"article_id": a, "record_id": r} for a, r in (("a", "r1"), ("b", "r1"), ("c", "r4"))]
)


def _file() -> pl.Expr:
    """A file that was not read has no id: it is known by its path."""
    return pl.coalesce("file_id", "path")


def test_every_file_and_record_is_accounted_for():
    quarantine = list_quarantine(ENTRIES, FILES, RECORDS, REJECTIONS)
    found = {
        (f, r): (s, reason)
        for f, r, s, reason in quarantine.select(_file(), "record_id", "stage", "reason").iter_rows()
    }
    assert found == {
        ("m", "r2"): ("read", "bad_json"),
        ("b", "r3"): ("parse", "no_content"),
        ("e", None): ("read", "empty_file"),
        ("locked", None): ("scan", "unreadable"),
    }
    files = list_files(ENTRIES, FILES, list_record_files(RECORDS), quarantine, ARTICLES)
    columns = ("path", "status", "reason", "record_count", "article_count", "quarantine_count")
    assert {row[0]: row[1:] for row in files.select(columns).iter_rows()} == {
        "good": ("parsed", None, 1, 2, 0),
        "again": ("parsed", None, 1, 2, 0),
        "mixed": ("parsed", None, 2, 2, 1),
        "bad": ("quarantined", "no_content", 1, 0, 1),
        "empty": ("quarantined", "empty_file", 0, 0, 1),
        "hollow": ("skipped", "empty_container", 0, 0, 0),
        "link": ("skipped", "symlink", 0, 0, 0),
        "locked": ("quarantined", "unreadable", 0, 0, 1),
        "old": ("gone", None, 1, 1, 0),
    }
