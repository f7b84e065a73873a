"""Zip and tar: members are files of their own."""

import io
import tarfile
import zipfile
import zlib

import pytest

from tests.reading.support import gz, json_line, page, read, reasons, rows, tarred, zipped


def test_members_are_read_by_their_content_and_named():
    data = zipped(
        ("a.html", page()), ("deep/b.jsonl", json_line(1) + "\n{bad\n" + json_line(2)), ("c.txt.gz", gz("Pier text"))
    )
    found = [(row["member"], row["format"], row["reason"], row["line_number"]) for row in rows(data, "a.zip")]
    assert found == [
        ("a.html", "html", None, 1),
        ("deep/b.jsonl", "json", None, 1),
        ("deep/b.jsonl", "json", "bad_row", 2),
        ("deep/b.jsonl", "json", None, 3),
        ("c.txt.gz", "text", None, 1),
    ]


@pytest.mark.parametrize("name", ["../up.html", "/etc/x.html", "C:\\x.html", "a/../../x.html", "..\\x.html"])
def test_a_member_that_points_outside_is_refused_alone(name):
    assert reasons(zipped((name, page()), ("good.html", page())), "a.zip") == ["unsafe_path", None]
    assert reasons(tarred((name, page().encode()), ("good.html", page().encode())), "a.tar") == ["unsafe_path", None]


def test_links_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link.html")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/hostname")
        archive.writestr("good.html", page())
    assert reasons(out.getvalue(), "a.zip") == ["unsafe_path", None]
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("link.html")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(info)
    assert reasons(out.getvalue(), "a.tar") == ["unsafe_path"]


def test_what_comes_along_with_a_page_is_passed_over():
    data = zipped(
        ("style.css", "p{}"), ("x.png", b"\x89PNG"), ("__MACOSX/._a.html", "x"), ("a.html", page()), ("dir/", "")
    )
    content = read(data, "a.zip")
    assert content.records["member"].to_list() == ["a.html"]
    assert content.note == "passed over: 3 members that are never articles"
    assert read(zipped(("style.css", "p{}")), "a.zip").rejection[0] == "not_article"


def test_a_damaged_member_costs_itself():
    data = bytearray(zipped(("a.html", page() * 20), ("b.html", page())))
    data[50:60] = b"\xff" * 10
    assert reasons(bytes(data), "a.zip") == ["corrupt_archive", None]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped(("a.html", page()))[:-30], "corrupt_archive"),
        (zipped(), "empty_container"),
        (zipped(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<w/>")), "unsupported_type"),
        (zipped(("bomb.txt", b" " * (40 << 20))), "decompression_bomb"),
    ],
)
def test_archives_that_are_refused(data, reason):
    assert reasons(data, "a.zip") == [reason]


def test_archives_in_archives_end_at_the_limit():
    data = zipped(("a.html", page()))
    for depth in range(5):
        assert reasons(data, "a.zip") == [None if depth < 3 else "too_deep"], depth
        data = zipped((f"{depth}.zip", data))


def test_overlapping_members_are_a_bomb():
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(b" " * 4096) + packed.flush()
    whole = zipped(("a.txt", b" " * 4096))
    directory = whole[whole.index(b"PK\x01\x02") : whole.index(b"PK\x05\x06")]
    end = whole[whole.index(b"PK\x05\x06") :]
    counts = (50).to_bytes(2, "little") * 2 + (len(directory) * 50).to_bytes(4, "little")
    trick = whole[: whole.index(b"PK\x01\x02")] + directory * 50 + end[:8] + counts + end[16:]
    assert body in trick
    assert reasons(trick, "a.zip") == ["decompression_bomb"]


def test_tar_plain_compressed_and_cut():
    data = tarred(("a.html", page().encode()), ("b.html", (page() * 30).encode()))
    assert reasons(data, "a.tar") == reasons(gz(data), "a.tar.gz") == reasons(data, "no-suffix") == [None, None]
    assert reasons(data[:2500], "a.tar") == [None, "corrupt_archive"]


def test_members_of_one_name_are_two_and_strange_names_are_shown_safely():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("a.html", page("A")), ("a.html", page("B")), ("new\nline\u202e.html", page("C")))
    assert [row["member"] for row in rows(data, "a.zip")] == ["a.html", "a.html", "new\\x0aline\\xe2\\x80\\xae.html"]


def test_what_a_damaged_tar_gives_does_not_depend_on_its_name():
    cut = tarred(("a.txt", b"The pier reopened on Monday. " * 40), ("b.txt", b"The quay closed. " * 90))[:2400]
    one, other = rows(cut, "one.tar"), rows(cut, "other.tar")
    assert one == other
    assert one[-1]["reason"] == "corrupt_archive"
