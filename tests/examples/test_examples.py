"""The files of sql/examples: their headers are true, they run on an empty warehouse and on a small one."""

import re
from datetime import datetime

import pytest

from assets.contract.catalog import SQL_DIR
from tests.marts.small_warehouse import article, ask, build_warehouse, source, story

EXAMPLES = sorted((SQL_DIR / "examples").glob("*.sql"))
HEADER = re.compile(
    r"\A-- (?P<question>.+\?.*)\n-- columns: (?P<columns>[a-z_, ]+)\n(?P<query>(?:select|with)\b[^;]+)\Z"
)


@pytest.fixture(scope="module")
def empty():
    return build_warehouse()


@pytest.fixture(scope="module")
def bridge():
    """Two outlets count the same bridge's vehicles, one of them by the agency's hand."""
    body = "About {} vehicles a day use the bridge."
    rows = [
        article("a", "alpha", "2026-11-16", story_id="s", body=body.format("23,000"), dateline="OBAN"),
        article("b", "beta", "2026-11-18", story_id="s", body=body.format("25,000"), is_canonical=False),
    ]
    pair = {"article_id": "a", "other_article_id": "b", "kind": "near", "shared_words": 80, "similarity": 0.8}
    return build_warehouse(
        sources=[source("alpha"), source("beta"), source("wire", "agency")],
        stories=[story("s", article_count=2, independent_article_count=1, source_count=2)],
        articles=rows,
        duplicates=[pair],
        agency_credits=[{"article_id": "b", "source_id": "wire", "evidence": "dateline", "matched_text": "(Wire)"}],
        teasers=[{"record_id": "record-a", "position": 0, "headline": "Gull fined", "source_id": "alpha"}],
    )


@pytest.fixture(scope="module")
def folder_of_reports():
    """Three stories: two of three timed reports in one hour; two hours with one each; none with a time."""
    times = {
        "peak": ["2026-11-16T09:59:30", "2026-11-16T09:00", "2026-11-17T09:00", "2026-11-16"],
        "tie": ["2026-11-16T09:59", "2026-11-16T10:00"],
        "untimed": ["2026-11-16", None],
    }
    rows = [
        article(f"{name}-{number}", f"outlet-{number}", when, story_id=name)
        for name, whens in times.items()
        for number, when in enumerate(whens)
    ]
    return build_warehouse(
        sources=[source(f"outlet-{number}") for number in range(4)],
        stories=[story(name, article_count=len(whens)) for name, whens in times.items()],
        articles=rows,
    )


def _query(name):
    return (SQL_DIR / "examples" / f"{name}.sql").read_text("utf-8")


def test_there_are_twenty():
    assert len(EXAMPLES) >= 20


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_header_is_true_and_an_empty_warehouse_gives_nothing(empty, path):
    match = HEADER.match(path.read_text("utf-8"))
    assert match, "header: '-- question?', '-- columns: a, b', then one select"
    found = empty.execute(match["query"])
    assert [column[0] for column in found.description] == match["columns"].split(", ")
    assert found.fetchall() == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_order_is_total(bridge, path):
    assert re.search(r"\border by\b", path.read_text("utf-8"))
    assert ask(bridge, path.read_text("utf-8")) == ask(bridge, path.read_text("utf-8"))


def test_answers_known_by_hand(bridge):
    assert [row[:3] for row in ask(bridge, _query("who_broke_the_story"))] == [("Story s", "first", "Alpha")]
    assert ask(bridge, _query("independent_reports")) == [("Story s", 2, 1, 2, 0.5)]
    assert ask(bridge, _query("agency_share")) == [("Wire", "Beta", 1, 1.0, ["dateline"])]
    assert ask(bridge, _query("numbers_that_disagree")) == [
        ("Story s", "vehicles", 2, ["Alpha: 23,000", "Beta: 25,000"])
    ]
    assert ask(bridge, _query("promoted_not_written")) == [("Alpha", "Gull fined", 1, None)]
    assert [row[3:7] for row in ask(bridge, _query("reprints_with_edits"))] == [("near", "date", 20, 20)]
    assert [row[3:6] for row in ask(bridge, _query("life_of_a_story"))] == [(3, 2, bridge_day())]


def test_the_peak_hour_is_that_of_the_articles_which_have_one(folder_of_reports):
    lives = {row[0]: row[6:8] for row in ask(folder_of_reports, _query("life_of_a_story"))}
    assert lives == {
        "Story peak": (datetime(2026, 11, 16, 9), 1),
        "Story tie": (None, 0),
        "Story untimed": (None, 2),
    }


def bridge_day():
    return article("a", None, "2026-11-16")["landed_on"]
