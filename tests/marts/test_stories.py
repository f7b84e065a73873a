"""story_timeline, first_reports, blindspots."""

from datetime import date, datetime

import pytest

from tests.marts.small_warehouse import MONDAY, article, ask, build_warehouse, source, story

TUESDAY, WEDNESDAY = date(2026, 11, 17), date(2026, 11, 18)


def test_story_timeline_grows_and_peaks():
    warehouse = build_warehouse(
        sources=[source("alpha"), source("beta")],
        stories=[story("s1")],
        articles=[
            article("a1", "alpha", "2026-11-16T08:00:00", story_id="s1"),
            article("a2", "alpha", "2026-11-18T08:00:00", story_id="s1"),
            article("b1", "beta", "2026-11-18", story_id="s1", is_canonical=False),
            article("b2", "beta", None, story_id="s1", landed_on=WEDNESDAY),
            article("b3", "beta", "2026-11-16", story_id="s1", is_latest_version=False),
        ],
    )
    rows = ask(warehouse, "select * exclude (story_id, story) from marts.story_timeline order by day")
    assert rows == [
        (MONDAY, 0, 1, 1, 1, 1, 1, 0.25, False, 0),
        (WEDNESDAY, 2, 3, 2, 2, 1, 4, 1.0, True, 1),
    ]


FIRST_REPORTS = {
    "first": (
        [("alpha", "2026-11-16T08:00:00"), ("beta", "2026-11-16T09:00:01")],
        ("first", "alpha", datetime(2026, 11, 16, 8), 60, "Beta"),
    ),
    "a day against a second of the same day": (
        [("alpha", "2026-11-16"), ("beta", "2026-11-16T09:00:00")],
        ("tie", None, datetime(2026, 11, 16), None, "Alpha, Beta"),
    ),
    "a day against the next day": (
        [("alpha", "2026-11-16"), ("beta", "2026-11-17T00:00:00")],
        ("first", "alpha", datetime(2026, 11, 16), 0, "Beta"),
    ),
    "a month decides little": (
        [("alpha", "2026-11"), ("beta", "2026-11-17")],
        ("tie", None, datetime(2026, 11, 1), None, "Alpha, Beta"),
    ),
    "a month decides against a later one": (
        [("alpha", "2026-10"), ("beta", "2026-11-17")],
        ("first", "alpha", datetime(2026, 10, 1), 23040, "Beta"),
    ),
    "an undated outlet may have been earlier": (
        [("alpha", "2026-11-16"), ("beta", "2026-11-18"), ("gamma", None)],
        ("first_of_dated", "alpha", datetime(2026, 11, 16), 1440, "Beta"),
    ),
    "nobody else has it": (
        [("alpha", "2026-11-16"), ("alpha", None)],
        ("only", "alpha", datetime(2026, 11, 16), None, None),
    ),
    "nobody is dated": ([("alpha", None), ("beta", None)], ("unknown", None, None, None, None)),
    "an unnamed publisher may have been first": (
        [(None, "2026-11-16"), ("beta", "2026-11-18")],
        ("first", None, datetime(2026, 11, 16), 1440, "Beta"),
    ),
    "the earliest report of an outlet counts": (
        [("alpha", "2026-11-18T08:00"), ("alpha", "2026-11-16T08:00"), ("beta", "2026-11-17T08:01:00")],
        ("first", "alpha", datetime(2026, 11, 16, 8), 1440, "Beta"),
    ),
}


@pytest.mark.parametrize("case", FIRST_REPORTS)
def test_first_reports_says_only_what_the_dates_say(case):
    reports, expected = FIRST_REPORTS[case]
    rows = [article(f"a{n}", who, when, story_id="s1") for n, (who, when) in enumerate(reports)]
    sources = [source(s) for s in ("alpha", "beta", "gamma")]
    warehouse = build_warehouse(sources=sources, stories=[story("s1")], articles=rows)
    query = "select verdict, source_id, published_at, lead_minutes, next_source from marts.first_reports"
    [found] = ask(warehouse, query)
    assert found == expected


def test_first_reports_credits_the_agency_behind_the_first():
    warehouse = build_warehouse(
        sources=[source("alpha"), source("beta"), source("wire", "agency")],
        stories=[story("s1")],
        articles=[
            article("a1", "alpha", "2026-11-16", story_id="s1"),
            article("b1", "beta", "2026-11-18", story_id="s1"),
        ],
        agency_credits=[{"article_id": "a1", "source_id": "wire", "evidence": "dateline", "matched_text": "(Wire)"}],
    )
    columns = "source, article_id, credited_agencies, dated_source_count, undated_source_count"
    assert ask(warehouse, f"select {columns} from marts.first_reports") == [("Alpha", "a1", ["Wire"], 2, 0)]


def test_first_reports_lets_no_reprint_compete_with_its_agency():
    credit = {"source_id": "wire", "evidence": "dateline", "matched_text": "(Wire)"}
    warehouse = build_warehouse(
        sources=[source("alpha"), source("beta"), source("wire", "agency")],
        stories=[story("s1")],
        articles=[
            article("w1", "wire", "2026-11-16T11:00:00", story_id="s1"),
            article("a1", "alpha", "2026-11-16", story_id="s1"),
            article("b1", "beta", "2026-11-16T12:00:01", story_id="s1"),
        ],
        agency_credits=[credit | {"article_id": "a1"}, credit | {"article_id": "w1"}],
    )
    columns = "verdict, source, lead_minutes, next_source, dated_source_count"
    assert ask(warehouse, f"select {columns} from marts.first_reports") == [("first", "Wire", 60, "Beta", 2)]


def test_blindspots_are_active_publishers_without_the_story():
    carriers = [article(s, s, "2026-11-16", story_id="s1") for s in ("alpha", "beta", "gamma")]
    others = [
        article("d1", "delta", "2026-11-17", story_id="s2"),
        article("e1", "epsilon", "2026-11-20", story_id="s3"),
        article("w1", "wire", "2026-11-16", story_id="s4"),
        article("z1", "zeta", "2026-11-16", story_id="s5"),
    ]
    names = ("alpha", "beta", "gamma", "delta", "epsilon")
    warehouse = build_warehouse(
        sources=[*(source(s) for s in names), source("wire", "agency"), source("zeta", language="de")],
        stories=[story(f"s{n}") for n in range(1, 6)],
        articles=[*carriers, *others],
    )
    rows = ask(warehouse, "select * exclude (story) from marts.blindspots order by source_id")
    assert rows == [
        ("s1", "delta", "Delta", 3, 5, 0.6, 1, True),
        ("s1", "zeta", "Zeta", 3, 5, 0.6, 1, False),
    ]
