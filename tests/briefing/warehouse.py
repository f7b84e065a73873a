"""A small warehouse whose articles are as hostile as their writers can be, and its briefing."""

from datetime import date, timedelta

import duckdb

from assets.briefing.page import render_page
from assets.warehouse.briefing_rows import briefing_queries, briefing_rows
from tests.marts.small_warehouse import MONDAY, article, build_warehouse, source, story

TUESDAY = MONDAY + timedelta(days=1)
HOSTILE = "<script>alert(1)</script> ![x](http://evil.example/p.png) [y](javascript:alert(2)) \"'& \u202egnp.exe\x00"
BODY = (
    "TIDEWATER, Nov. 16 (Wire) — The harbour board of Tidewater agreed on Monday to buy a second crane. "
    '"We have waited nine years <b>for</b> this," said Dr. Marta Quill, who chairs the harbour board. '
    "Fishermen had asked for the crane after two storms closed the eastern quay for eleven days."
)


def quote(quote_id: str, article_id: str, speaker: str, text: str, **more) -> dict:
    """A row of quotes."""
    row = {"quote_id": quote_id, "article_id": article_id, "speaker": speaker, "quote": text, "is_direct": True}
    return row | {"confidence": 0.9, "char_start": 0, "char_end": 1, "quote_group_id": quote_id} | more


def hostile_warehouse() -> duckdb.DuckDBPyConnection:
    """Two days, three publishers, two stories; titles, speakers, links, reasons and paths all try to get out."""
    in_story = {"story_id": "s", "body": BODY, "title": HOSTILE}
    rows = [
        article("a", "alpha", "2026-11-16T09:00", url="javascript:alert(3)", **in_story),
        article("b", "beta", "2026-11-17T08:00", url="https://beta.example/b?x=1&y=2", **in_story),
        article("c", "gamma", "2026-11-17T10:30", url='http://evil.example/"><script>', is_canonical=False, **in_story),
        article("d", "gamma", "2026-11-17", story_id="t", title="Gull fined", body="Nothing. " * 30, language="zz"),
    ]
    connection = build_warehouse(
        sources=[source("alpha"), {**source("beta"), "name": HOSTILE}, source("gamma")],
        stories=[
            story("s", title=HOSTILE, representative_article_id="a"),
            story("t", title="Gull fined", representative_article_id="d"),
        ],
        articles=rows,
        quotes=[
            quote("q", "b", HOSTILE.removeprefix("<").capitalize(), HOSTILE),
            quote("r", "c", "she", "No name here."),
        ],
        entities=[{"entity_id": "e", "name": HOSTILE, "kind": "person", "article_count": 2, "mention_count": 2}],
        article_entities=[
            {"article_id": name, "entity_id": "e", "mention_count": 1, "in_title": False, "salience": 0.5}
            for name in "ab"
        ],
        files=[
            _file("alpha.txt", MONDAY, "parsed"),
            _file("beta.txt", TUESDAY, "parsed"),
            _file(HOSTILE, TUESDAY, "quarantined"),
        ],
        quarantine=[
            {
                "file_id": HOSTILE,
                "stage": "read",
                "reason": "bad_json",
                "detail": HOSTILE,
                "landed_on": TUESDAY,
                "sample": HOSTILE,
            }
        ],
    )
    connection.execute("create table build (build_id varchar, published_at timestamp, broadsheet_version varchar)")
    connection.execute("insert into build values ('0123456789ab', timestamp '2026-11-18 05:00:00', '0.1.0')")
    return connection


def page_of(connection: duckdb.DuckDBPyConnection, day: date) -> str:
    """The page of a landing day."""
    return render_page(day, briefing_rows(connection, day), briefing_queries(), "stamp")


def _file(path: str, day: date, status: str) -> dict:
    counts = {"record_count": 1, "article_count": 1, "quarantine_count": 0}
    return {"file_id": path, "path": path, "landed_on": day, "status": status, **counts}
