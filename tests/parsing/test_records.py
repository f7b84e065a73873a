"""A batch of records to frames: ids, cover, rejections, crashes, order."""

import hashlib
from typing import Any

import polars as pl
import pytest

from assets.contract.frames import build_frame
from assets.parsing import records as module
from assets.parsing.model import Article, Candidate, Credit, ParsedRecord, Segment
from assets.parsing.records import parse_records

TABLES = (
    "records",
    "segments",
    "parsed_articles",
    "parsed_teasers",
    "parsed_credits",
    "field_candidates",
    "rejections",
)

PAGE = """Council opens new bridge

By Anna Berg
3 May 2021

PORT ELSBY — The council opened the new bridge on Monday after nine years of work, to the relief of the whole town.

The bridge cost 14 million crowns. A boat will go on crossing the river until June, a spokesman told AFP.

Related Articles

Harbour office closed
Harbour office closed

Inland Observer

2 hours ago

The harbour office of Velmora will stay closed until the end of the month because of mould in the cellar. Captains have
to call at the customs house instead, where two rooms were cleared for them. The repairs will cost 40,000 crowns, and
the money has to come out of the harbour's own reserve, which was meant for a crane.
"""


def _row(record_id: str, content: str | None, **more: Any) -> dict[str, Any]:
    row = {
        "file_id": "f",
        "ordinal": 0,
        "record_id": record_id,
        "byte_start": 0,
        "byte_end": 1,
        "format": "text",
        "encoding": "utf-8",
        "content": content,
        "changes": [],
    }
    return row | more


def _parse(*rows: dict[str, Any]) -> module.ParsedFrames:
    return parse_records(build_frame("read_records", rows))


def test_frames_follow_the_contract() -> None:
    frames = _parse(_row("r", PAGE))
    for name in TABLES:
        frame = getattr(frames, name)
        assert frame.schema == build_frame(name, []).schema, name


def test_article_ids_come_from_record_and_position() -> None:
    articles = _parse(_row("r", PAGE)).parsed_articles
    ids = [hashlib.blake2b(f"r:{i}".encode(), digest_size=16).hexdigest() for i in range(2)]
    assert set(articles["article_id"]) == set(ids)
    embedded = articles.filter("is_embedded").row(0, named=True)
    assert (embedded["article_id"], embedded["parent_article_id"]) == (ids[1], ids[0])
    assert embedded["site_name"] == "Inland Observer"


def test_fields_of_the_main_article() -> None:
    frames = _parse(_row("r", PAGE))
    main = frames.parsed_articles.filter(~pl.col("is_embedded")).row(0, named=True)
    assert main["title"] == "Council opens new bridge"
    assert main["authors"] == ["Anna Berg"]
    assert (str(main["published_at"]), main["published_precision"]) == ("2021-05-03 00:00:00", "day")
    assert (main["dateline"], main["language"], main["word_count"]) == ("PORT ELSBY", "en", 43)
    credit = frames.parsed_credits.row(0, named=True)
    assert (credit["agency"], credit["evidence"], credit["matched_text"]) == ("AFP", "attribution", "told AFP")
    relative = frames.field_candidates.filter(pl.col("value") == "2 hours ago").row(0, named=True)
    assert not relative["is_chosen"]
    assert "relative" in relative["reason"]


def test_segments_cover_the_text_once() -> None:
    segments = _parse(_row("r", PAGE)).segments
    assert segments["ordinal"].to_list() == list(range(segments.height))
    assert segments["char_start"].to_list() == [0, *segments["char_end"].to_list()[:-1]]
    assert segments["char_end"].to_list()[-1] == len(PAGE)


def test_a_record_in_two_files_is_parsed_once() -> None:
    frames = _parse(_row("r", PAGE), _row("r", PAGE, file_id="g"))
    assert frames.records.height == 1
    assert frames.parsed_articles.height == 2


def test_order_of_records_does_not_matter() -> None:
    rows = [_row("a", PAGE), _row("b", "Hello", ordinal=1), _row("c", None, reason="bad_json", detail="d", ordinal=2)]
    one, other = _parse(*rows), _parse(*reversed(rows))
    for name in TABLES:
        assert getattr(one, name).equals(getattr(other, name)), name


def test_what_reading_refused_keeps_its_reason() -> None:
    frames = _parse(_row("r", None, reason="bad_encoding", detail="bytes of no known encoding", sample="x"))
    assert frames.rejections.rows() == [("r", "bad_encoding", "bytes of no known encoding")]
    assert frames.records.row(0, named=True)["text"] is None
    assert frames.segments.is_empty()


def test_no_article_is_a_rejection_and_its_text_is_covered() -> None:
    frames = _parse(_row("r", "Hello"))
    assert frames.rejections["reason"].to_list() == ["no_content"]
    assert frames.segments.select("char_start", "char_end", "role").rows() == [(0, 5, "other")]


def test_a_crash_costs_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(content: str) -> ParsedRecord:
        if content == "bad":
            raise KeyError("boom")
        return ParsedRecord(content, articles=[Article(body="One two three.")])

    monkeypatch.setitem(module._PARSERS, "text", parse)
    frames = _parse(_row("a", "bad"), _row("b", "good", ordinal=1))
    assert frames.parsed_articles["record_id"].to_list() == ["b"]
    record_id, reason, detail = frames.rejections.row(0)
    assert (record_id, reason) == ("a", "parser_crash")
    assert "KeyError" in detail
    assert "test_records.py" in detail


def test_unknown_format_is_a_rejection() -> None:
    assert _parse(_row("r", "x", format="sgml")).rejections["reason"].to_list() == ["unsupported_type"]


def test_what_a_parser_says_twice_is_kept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(content: str) -> ParsedRecord:
        twice = [Credit("AFP", "credit_line", "(AFP)")] * 2
        values = [
            Candidate("title", "A", "meta", 0.1, "seen"),
            Candidate("title", "A", "meta", 0.9, "best", is_chosen=True),
        ]
        article = Article(body="One two three.", credits=twice, candidates=values)
        segments = [Segment(0, 9, "body", "x", 0), Segment(2, 50, "nonsense", "y", 7)]
        return ParsedRecord(content, segments, [article])

    monkeypatch.setitem(module._PARSERS, "text", parse)
    frames = _parse(_row("r", "a text of 20 letters"))
    assert frames.parsed_credits.height == 1
    assert frames.field_candidates["reason"].to_list() == ["best"]
    assert frames.segments.select("char_start", "char_end", "role").rows() == [(0, 9, "body"), (9, 20, "other")]
