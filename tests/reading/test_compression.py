"""gzip and Zstandard around a file."""

import pytest
import zstandard

from tests.reading.support import gz, json_line, page, read, reasons

LINES = "".join(json_line(number) + "\n" for number in range(300))


def zst(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


@pytest.mark.parametrize(
    ("data", "compression"),
    [
        (gz(page()), "gz"),
        (gz(gz(page())), "gz+gz"),
        (gz(page()[:50]) + gz(page()[50:]), "gz"),
        (gz(page()) + b"\x00" * 512, "gz"),
        (zst(page().encode()), "zst"),
        (zst(page()[:50].encode()) + b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc" + zst(page()[50:].encode()), "zst"),
        (page().encode(), None),
    ],
)
def test_compression_is_told_by_its_bytes(data, compression):
    content = read(data, "a.html.gz")
    assert (content.format, content.compression) == ("html", compression)
    assert content.records["content"].to_list() == [page()]


def test_cutting_a_page_anywhere_never_gives_a_short_page():
    for whole in (gz(page() * 5), zst((page() * 5).encode())):
        for length in range(20, len(whole), len(whole) // 24):
            assert reasons(whole[:length], "a.html.gz") == ["corrupt_archive"], length


def test_cutting_lines_keeps_the_whole_ones_and_says_so():
    whole = gz(LINES)
    for share in range(1, 16):
        found = reasons(whole[: len(whole) * share // 16], "a.jsonl.gz")
        assert found[-1] == "corrupt_archive"
        assert set(found[:-1]) <= {None}
    assert len(found) > 100


def test_a_wrong_checksum_is_noticed():
    broken = bytearray(gz(LINES))
    broken[-7] ^= 0xFF
    assert reasons(bytes(broken), "a.jsonl.gz") == ["corrupt_archive"]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt.zst"])
def test_bombs_are_stopped(name):
    zeros = b" " * (64 << 20)
    assert reasons(gz(zeros) if name.endswith("gz") else zst(zeros), name) == ["decompression_bomb"]


def test_a_frame_that_declares_absurd_sizes_is_refused_before_it_is_expanded():
    huge = b"\x28\xb5\x2f\xfd\xe0" + (1 << 40).to_bytes(8, "little") + b"\x02\x00\x10a"
    assert reasons(huge, "a.txt.zst")[0] in ("decompression_bomb", "corrupt_archive")


def test_garbage_after_the_stream_is_noted():
    content = read(gz(page()) + b"garbage", "a.html.gz")
    assert content.records.height == 1
    assert content.note == "passed over: 7 bytes after the end of the compressed stream"


def test_more_layers_than_the_limit_are_refused():
    data = page().encode()
    for _ in range(4):
        data = gz(data)
    assert reasons(data, "a.html.gz") == ["too_deep"]


@pytest.mark.parametrize(("pack", "name"), [(gz, "a.jsonl.gz"), (lambda text: zst(text.encode()), "a.jsonl.zst")])
def test_a_stream_that_cannot_be_reached_any_more_is_said(pack, name):
    lines = [json_line(number) + "\n" for number in range(3)]
    assert reasons(b"".join(map(pack, lines)), name) == [None, None, None]
    damaged = b"\x00" + pack(lines[2])[1:]
    assert reasons(pack(lines[0] + lines[1]) + damaged + pack(lines[2]), name) == [None, None, "corrupt_archive"]
    content = read(pack(lines[0]) + b"junk", name)
    assert content.records.height == 1
    assert content.note == "passed over: 4 bytes after the end of the compressed stream"
