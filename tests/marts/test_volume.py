"""daily_volume, article_list, topic_daily, funnel."""

from datetime import date

from tests.marts.small_warehouse import MONDAY, article, ask, build_warehouse, source, story

TUESDAY = date(2026, 11, 17)


def test_daily_volume_counts_copies_updates_and_the_undated():
    warehouse = build_warehouse(
        sources=[source("alpha")],
        articles=[
            article("a1", "alpha", "2026-11-16T08:00:00"),
            article("a2", "alpha", "2026-11-16", is_canonical=False),
            article("a3", "alpha", None, landed_on=TUESDAY),
            article("a4", "alpha", "2026-11", landed_on=TUESDAY, is_embedded=True),
            article("a5", "alpha", "2026-11-16T09:00:00", is_latest_version=False),
            article("a6", None, "2026-11-17"),
        ],
    )
    rows = ask(warehouse, "from marts.daily_volume order by day, source_id nulls last")
    assert rows == [
        (MONDAY, "alpha", "Alpha", 2, 1, 1, 0, 0, 200),
        (TUESDAY, "alpha", "Alpha", 2, 2, 0, 1, 2, 200),
        (TUESDAY, None, None, 1, 1, 0, 0, 0, 100),
    ]


def test_article_list_names_publisher_story_and_strongest_topic():
    tags = [("a1", "1", 0.2), ("a1", "2", 0.8)]
    warehouse = build_warehouse(
        sources=[source("alpha")],
        stories=[story("s1")],
        topics=[{"topic_id": "1", "label": "sport", "level": 1}, {"topic_id": "2", "label": "weather", "level": 1}],
        articles=[article("a1", "alpha", "2026-11-16", story_id="s1"), article("a2", None, None, is_canonical=False)],
        article_topics=[{"article_id": a, "topic_id": t, "score": s, "evidence": []} for a, t, s in tags],
    )
    query = "select article_id, source, story, topic, is_copy from marts.article_list order by article_id"
    assert ask(warehouse, query) == [("a1", "Alpha", "Story s1", "weather", False), ("a2", None, None, None, True)]


def test_topic_daily_gives_shares_and_the_topic_at_the_top():
    topics = [
        {"topic_id": "1", "label": "economy", "level": 1},
        {"topic_id": "2", "label": "markets", "parent_topic_id": "1", "level": 2},
        {"topic_id": "3", "label": "coffee", "parent_topic_id": "2", "level": 3},
        {"topic_id": "4", "label": "sport", "level": 1},
    ]
    tags = [("a1", "3", 0.6), ("a1", "4", 0.2), ("a2", "3", 0.2)]
    warehouse = build_warehouse(
        sources=[source("alpha", country="KE")],
        topics=topics,
        articles=[article("a1", "alpha", "2026-11-16"), article("a2", "alpha", "2026-11-16", is_canonical=False)],
        article_topics=[{"article_id": a, "topic_id": t, "score": s, "evidence": []} for a, t, s in tags],
    )
    rows = ask(warehouse, "from marts.topic_daily order by topic_id")
    assert rows == [
        (MONDAY, "alpha", "Alpha", "KE", "3", "coffee", "economy", 2, 1, 0.8, 0.8),
        (MONDAY, "alpha", "Alpha", "KE", "4", "sport", "sport", 1, 1, 0.2, 0.2),
    ]


def _file(file_id, landed_on=MONDAY, status="parsed", reason=None, size=100):
    return {
        "file_id": file_id, "path": f"{file_id}.txt", "size_bytes": size, "landed_on": landed_on, "status": status,
        "reason": reason, "record_count": 1, "article_count": 1, "quarantine_count": 0,
    }  # fmt: skip


def test_funnel_adds_up_at_each_level():
    records = [("f1", 0, "record-a1", 0, 60), ("f1", 1, "bad", 60, 100), ("again", 0, "record-a1", 0, 60)]
    warehouse = build_warehouse(
        files=[_file("f1"), _file("again", TUESDAY), _file("f2", status="quarantined", reason="empty_file", size=0)],
        record_files=[
            {"file_id": f, "ordinal": n, "record_id": r, "byte_start": start, "byte_end": end}
            for f, n, r, start, end in records
        ],
        articles=[article("a1", None, "2026-11-16")],
        quarantine=[{"file_id": "f1", "record_id": "bad", "reason": "bad_row", "stage": "read", "landed_on": MONDAY}],
        segments=[
            {"record_id": "record-a1", "ordinal": 0, "char_start": 0, "char_end": 15, "role": "title"},
            {"record_id": "record-a1", "ordinal": 1, "char_start": 15, "char_end": 60, "role": "body"},
        ],
    )
    columns = "level, outcome, reason, item_count, size, unit, share"
    query = f"select {columns} from marts.funnel where landed_on = ? order by all"
    assert warehouse.execute(query, [MONDAY]).fetchall() == [
        ("file", "parsed", None, 1, 100, "bytes", 1.0),
        ("file", "quarantined", "empty_file", 1, 0, "bytes", 0.0),
        ("record", "article", None, 1, 60, "bytes", 0.6),
        ("record", "quarantined", "bad_row", 1, 40, "bytes", 0.4),
        ("text", "body", None, 1, 45, "characters", 0.75),
        ("text", "title", None, 1, 15, "characters", 0.25),
    ]
    assert warehouse.execute(query, [TUESDAY]).fetchall() == [("file", "parsed", None, 1, 100, "bytes", 1.0)]
