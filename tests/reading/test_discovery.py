"""Finding files: nothing outside, nothing half-written, nothing twice."""

import os
import socket
import threading
import time
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from assets.contract.frames import build_frame
from assets.reading.discovery import scan_folder
from assets.reading.folder import read_file
from assets.reading.printable import printable_path

TODAY = date(2026, 11, 23)


def scan(root: Path, known: pl.DataFrame | None = None, today: date = TODAY, settle: float = 0.0) -> pl.DataFrame:
    known = build_frame("raw_entries", []) if known is None else known
    return scan_folder(root, known, today=today, now_ns=time.time_ns(), settle_seconds=settle)


def outcome(frame: pl.DataFrame) -> dict[str, str]:
    return {path: reason or status for path, status, reason in frame.select("path", "status", "reason").iter_rows()}


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


def put(path: Path, text: str = "The pier reopened.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_what_is_no_file_is_not_opened(raw, tmp_path):
    secret = put(tmp_path / "outside" / "secret.txt", "SECRET")
    put(raw / "a.txt")
    (raw / "link.txt").symlink_to(secret)
    (raw / "dir").symlink_to(secret.parent)
    (raw / "loop").symlink_to(raw)
    (raw / "gone.txt").symlink_to("nowhere")
    os.mkfifo(raw / "pipe.jsonl")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(raw / "sock.html"))
    found = outcome(scan(raw))
    assert found == {
        "a.txt": "seen",
        **dict.fromkeys(("link.txt", "dir", "loop", "gone.txt"), "symlink"),
        **dict.fromkeys(("pipe.jsonl", "sock.html"), "not_regular_file"),
    }


def test_temporary_and_hidden_names_are_passed_over_and_folders_not_entered(raw):
    for name in (
        "a.html.part",
        "a.tmp",
        "a.html~",
        "~$a.docx",
        ".DS_Store",
        "Thumbs.db",
        ".git/x.txt",
        "Icons/a.txt",
        "..odd.txt",
    ):
        put(raw / name)
    assert outcome(scan(raw)) == {
        "a.html.part": "temp_file",
        "a.tmp": "temp_file",
        "a.html~": "temp_file",
        "~$a.docx": "temp_file",
        ".DS_Store": "hidden_file",
        "Thumbs.db": "hidden_file",
        ".git": "hidden_file",
        "Icons/a.txt": "seen",
        "..odd.txt": "seen",
    }


def test_names_of_any_bytes_are_shown_without_ambiguity(raw):
    names = [
        b"bad\xff.txt",
        rb"bad\xff.txt",
        b"new\nline.txt",
        "café.txt".encode(),
        "cafe\u0301.txt".encode(),
        b"-rf.txt",
        b"x\xe2\x80\xaetxt",
    ]
    for name in names:
        (raw / os.fsdecode(name)).write_text("text")
    found = scan(raw)
    assert set(found["path_bytes"]) == set(names)
    assert found["path"].n_unique() == len(names)
    assert {r"bad\xff.txt", r"bad\x5cxff.txt", r"new\x0aline.txt"} <= set(found["path"])
    assert all(read_file(raw, name) == b"text" for name in names)


def test_very_deep_paths_are_reached(raw):
    here, path = os.open(raw, os.O_RDONLY), b""
    for _ in range(30):
        os.mkdir("d" * 200, dir_fd=here)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here, path = below, path + b"d" * 200 + b"/"
    with os.fdopen(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here), "w") as file:
        file.write("deep")
    os.close(here)
    assert outcome(scan(raw)) == {path.decode() + "a.txt": "seen"}
    assert read_file(raw, path + b"a.txt") == b"deep"


def test_the_landing_day_is_the_nearest_dated_folder_or_the_first_sight(raw):
    put(raw / "2026-11-03" / "x" / "a.txt", "a")
    put(raw / "2026-11-03" / "2026-11-04" / "b.txt", "b")
    put(raw / "2026-13-40" / "c.txt", "c")
    put(raw / "2026-11-03.txt", "d")
    first = scan(raw, today=date(2026, 11, 20))
    days = dict(first.select("path", "landed_on").iter_rows())
    assert days["2026-11-03/x/a.txt"] == date(2026, 11, 3)
    assert days["2026-11-03/2026-11-04/b.txt"] == date(2026, 11, 4)
    assert days["2026-13-40/c.txt"] == days["2026-11-03.txt"] == date(2026, 11, 20)
    (raw / "2026-11-03.txt").rename(raw / "renamed.txt")
    put(raw / "new.txt", "e")
    days = dict(scan(raw, first, today=date(2026, 11, 21)).select("path", "landed_on").iter_rows())
    assert (days["renamed.txt"], days["new.txt"]) == (date(2026, 11, 20), date(2026, 11, 21))


def test_unchanged_files_are_not_read_and_changed_ones_are(raw, monkeypatch):
    for name in ("same.txt", "touched.txt", "rewritten.txt"):
        put(raw / name, name)
    first = scan(raw)
    before = (raw / "rewritten.txt").stat()
    put(raw / "rewritten.txt", "REWRITTEN.txt")
    os.utime(raw / "rewritten.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    os.utime(raw / "touched.txt")
    os.link(raw / "same.txt", raw / "linked.txt")
    second = scan(raw, first)
    ids = {frame: dict(found.select("path", "file_id").iter_rows()) for frame, found in (("a", first), ("b", second))}
    assert ids["a"]["touched.txt"] == ids["b"]["touched.txt"]
    assert ids["a"]["same.txt"] == ids["b"]["same.txt"] == ids["b"]["linked.txt"]
    assert ids["a"]["rewritten.txt"] != ids["b"]["rewritten.txt"]
    monkeypatch.setattr("assets.reading.discovery._digest", lambda _: pytest.fail("an unchanged file was read"))
    assert scan(raw, second).equals(second)


def test_the_same_folder_gives_the_same_frame(raw):
    for number in range(30):
        put(raw / f"{number % 3}" / f"{number}.txt", str(number))
    assert scan(raw).equals(scan(raw))
    assert scan(raw)["path"].is_sorted()


def test_a_fresh_file_is_waited_for_once_and_taken(raw):
    put(raw / "a.txt")
    start = time.monotonic()
    assert outcome(scan(raw, settle=0.3)) == {"a.txt": "seen"}
    assert time.monotonic() - start < 5
    old = put(raw / "future.txt")
    os.utime(old, (4_000_000_000, 4_000_000_000))
    assert outcome(scan(raw, settle=0.1))["future.txt"] == "seen"


def test_a_file_that_is_being_written_is_left_for_the_next_run(raw):
    path, stop = put(raw / "grows.txt"), threading.Event()

    def write():
        while not stop.wait(0.01):
            with path.open("a") as file:
                file.write("more\n")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert outcome(scan(raw, settle=0.2)) == {"grows.txt": "temp_file"}
    finally:
        stop.set()
        writer.join()
    assert outcome(scan(raw, settle=0.05)) == {"grows.txt": "seen"}


def test_a_folder_swapped_for_a_link_while_it_is_read_leads_nowhere(raw, tmp_path):
    put(tmp_path / "outside" / "a.txt", "SECRET")
    (raw / "day").symlink_to(tmp_path / "outside")
    with pytest.raises(OSError):
        read_file(raw, b"day/a.txt")
    with pytest.raises(ValueError):
        read_file(raw, b"../outside/a.txt")


def test_a_file_swapped_for_a_link_or_a_pipe_after_the_scan_is_not_read(raw, tmp_path):
    put(tmp_path / "outside" / "a.txt", "SECRET")
    (raw / "a.txt").symlink_to(tmp_path / "outside" / "a.txt")
    os.mkfifo(raw / "pipe.txt")
    for name in (b"a.txt", b"pipe.txt"):
        with pytest.raises(OSError):
            read_file(raw, name)


def test_a_file_over_the_limit_is_not_read(raw):
    with (raw / "big.jsonl").open("wb") as file:
        file.truncate(3 << 30)
    assert outcome(scan(raw)) == {"big.jsonl": "too_large"}


def test_a_root_that_cannot_be_listed_is_an_error_in_plain_words(raw, tmp_path):
    with pytest.raises(FileNotFoundError, match="does not exist"):
        scan(tmp_path / "nowhere")
    with pytest.raises(NotADirectoryError, match="not a folder"):
        scan(put(raw / "a.txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_said(raw):
    put(raw / "a.txt").chmod(0)
    assert outcome(scan(raw)) == {"a.txt": "unreadable"}
    raw.chmod(0)
    with pytest.raises(PermissionError, match="may not be read"):
        scan(raw)
    raw.chmod(0o700)


def test_printable_paths_never_meet():
    assert printable_path(b"a\xff") != printable_path(rb"a\xff")
    assert printable_path("ü—🗞".encode()) == "ü—🗞"
