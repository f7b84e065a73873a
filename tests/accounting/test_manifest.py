"""The manifest remembers what is gone, and each content is parsed once."""

from datetime import date

import polars as pl

from assets.accounting.manifest import files_to_parse, landing_days, merge_scan
from assets.contract.frames import build_frame

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)


def entries(*rows: tuple[str, str | None, str]) -> pl.DataFrame:
    made = [
        {"path": p, "path_bytes": p.encode(), "file_id": f, "landed_on": MONDAY, "status": s, "reason": None}
        for p, f, s in rows
    ]
    return build_frame("raw_entries", made)


def statuses(frame: pl.DataFrame) -> dict:
    return {(p, f): s for p, f, s in frame.select("path", "file_id", "status").iter_rows()}


def test_deleted_rewritten_and_renamed_files():
    known = entries(("deleted", "1", "seen"), ("rewritten", "2", "seen"), ("old name", "3", "seen"))
    scan = entries(("rewritten", "2b", "seen"), ("new name", "3", "seen"))
    assert statuses(merge_scan(known, scan)) == {
        ("deleted", "1"): "gone",
        ("rewritten", "2"): "gone",
        ("rewritten", "2b"): "seen",
        ("old name", "3"): "gone",
        ("new name", "3"): "seen",
    }


def test_what_was_gone_can_come_back_and_links_are_forgotten():
    known = merge_scan(entries(("a", "1", "seen"), ("link", None, "skipped")), entries())
    assert statuses(known) == {("a", "1"): "gone"}
    assert statuses(merge_scan(known, entries(("a", "1", "seen")))) == {("a", "1"): "seen"}


def test_each_content_is_parsed_once_under_its_first_path():
    frame = entries(
        ("b", "1", "seen"), ("a", "1", "seen"), ("c", "2", "seen"), ("d", "3", "gone"), ("e", None, "skipped")
    )
    wanted = files_to_parse(frame, parsed(("2", "")), (".txt",))
    assert wanted["path"].to_list() == ["a"]


def parsed(*rows: tuple[str, str]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={"file_id": pl.String, "name_hint": pl.String}, orient="row")


def test_a_copy_under_a_name_that_nothing_is_known_of_hides_no_article():
    frame = entries(("a.xyz", "1", "seen"), ("b", "1", "seen"), ("c.TXT ", "1", "seen"))
    assert files_to_parse(frame, parsed(), (".txt",)).select("path", "name_hint").rows() == [("c.TXT ", ".txt")]


def test_a_file_is_parsed_again_when_its_new_name_says_something_else():
    known = parsed(("1", ".xyz"))
    assert files_to_parse(entries(("moved/other.xyz", "1", "seen")), known, (".txt",)).is_empty()
    assert files_to_parse(entries(("story.txt", "1", "seen")), known, (".txt",))["path"].to_list() == ["story.txt"]


def test_of_a_name_only_the_suffix_and_the_compression_around_it_count():
    names = ("day.1/two.csv.gz", "a.b.html", "plain", "x.jsonl.zst.GZ", "day.1/plain", "dump.gz")
    frame = entries(*((name, str(number), "seen") for number, name in enumerate(names)))
    found = dict(files_to_parse(frame, parsed(), (".txt",)).select("path", "name_hint").rows())
    assert [found[name] for name in names] == [".csv.gz", ".html", "", ".jsonl.zst.gz", "", ".gz"]


def test_a_record_landed_when_its_first_file_did():
    frame = pl.concat(
        [entries(("late", "1", "seen")).with_columns(landed_on=pl.lit(TUESDAY)), entries(("x", "2", "gone"))]
    )
    rows = [{"file_id": f, "ordinal": 0, "record_id": r} for f, r in (("1", "r"), ("2", "r"), ("1", "s"))]
    records = build_frame("read_records", rows)
    assert dict(landing_days(frame, records).iter_rows()) == {"r": MONDAY, "s": TUESDAY}
