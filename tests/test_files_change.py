"""Files that are renamed, rewritten, touched, linked, copied and deleted between runs: nothing lost, nothing twice."""

import os

from tests.pipeline import Pipeline

TEXT = """{town} opens its new market hall

The market hall of {town} opened on Monday after two years of work. The council had asked for a roof that
keeps the rain out, and {number} traders have signed for a stall.

"We waited long enough," said the head of the traders. The bus to {town} now stops at the gate every ten minutes,
and the car park behind the hall is free on Saturdays.
"""
COMPARED = ("articles", "records", "record_files", "segments", "quarantine", "field_candidates")


def text(town: str, number: int = 40) -> bytes:
    return TEXT.format(town=town, number=number).encode()


def titles(pipeline: Pipeline) -> list[str]:
    return [row[0].split()[0] for row in pipeline.query("select title from articles order by title")]


def statuses(pipeline: Pipeline) -> dict[str, str]:
    return dict(pipeline.query("select path, status from files"))


def rewrite_unseen(path, data: bytes) -> None:
    """Other bytes of the same size, with the old times."""
    before = path.stat()
    assert len(data) == before.st_size
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_raw_folder_that_is_worked_in(tmp_path, monkeypatch):
    line = Pipeline(tmp_path / "line", monkeypatch)
    line.add({"a.txt": text("Aldera"), "b.txt": text("Brenta"), "c.dat": text("Corvo"), "d.txt": text("Dorset")})
    line.run()
    assert titles(line) == ["Aldera", "Brenta", "Dorset"]
    assert statuses(line)["c.dat"] == "quarantined"

    # What the row of quarantine says to do is done; others move, are read again unchanged, change unseen, go.
    (line.raw / "c.dat").rename(line.raw / "c.txt")
    (line.raw / "a.txt").rename(line.raw / "moved.txt")
    os.utime(line.raw / "b.txt")
    rewrite_unseen(line.raw / "b.txt", text("Brenta", 77))
    (line.raw / "d.txt").unlink()
    line.run()
    assert titles(line) == ["Aldera", "Brenta", "Brenta", "Corvo", "Dorset"]
    assert statuses(line) == {
        "a.txt": "gone", "b.txt": "parsed", "c.dat": "gone", "c.txt": "parsed", "d.txt": "gone", "moved.txt": "parsed",
    }  # fmt: skip
    assert line.query("select count(*) from files where path = 'b.txt'") == [(2,)]

    # Links, copies under a name that says nothing, and a folder in place of a file bring nothing new.
    os.link(line.raw / "moved.txt", line.raw / "linked.txt")
    (line.raw / "again.xyz").write_bytes(text("Corvo"))
    (line.raw / "d.txt").mkdir()
    build, found = line.build(), titles(line)
    line.run()
    assert titles(line) == found
    assert statuses(line)["again.xyz"] == statuses(line)["linked.txt"] == "parsed"
    assert line.build() != build


def test_what_a_name_says_counts_the_same_whenever_the_file_got_it(tmp_path, monkeypatch):
    renamed, fresh = Pipeline(tmp_path / "renamed", monkeypatch), Pipeline(tmp_path / "fresh", monkeypatch)
    first = {"a.dat": text("Aldera"), "b.txt": b"---\ntitle: Brenta\n---\n" + text("Brenta"), "c.txt": text("Corvo")}
    renamed.add(first)
    renamed.run()
    for old, new in (("a.dat", "a.md"), ("b.txt", "b.log"), ("c.txt", "c.csv")):
        (renamed.raw / old).rename(renamed.raw / new)
    renamed.run()
    fresh.add({"a.md": first["a.dat"], "b.log": first["b.txt"], "c.csv": first["c.txt"]})
    fresh.run()
    mine, other = renamed.hashes(), fresh.hashes()
    assert {name: mine[name] for name in COMPARED} == {name: other[name] for name in COMPARED}
