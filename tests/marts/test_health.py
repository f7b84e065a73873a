"""source_health, doubtful_fields."""

from datetime import timedelta

import pytest

from tests.marts.small_warehouse import MONDAY, article, ask, build_warehouse, source


def _days(counts, refused=(), **last_day):
    """Publisher alpha gives `counts` articles on days in a row; `refused` files of each day gave none."""
    days = [MONDAY + timedelta(n) for n in range(len(counts))]
    refused = refused or (0,) * len(counts)
    articles = [article(f"a{d}{n}", "alpha", days[d].isoformat()) for d, c in enumerate(counts) for n in range(c)]
    for row in articles:
        row |= last_day if row["landed_on"] == days[-1] else {}
    files = [
        {"file_id": f"{d}{n}{status}", "path": f"{d}{n}{status}", "landed_on": day, "status": status, "record_count": 1}
        for d, day in enumerate(days)
        for status, count in (("parsed", 4), ("quarantined", refused[d]))
        for n in range(count)
    ]
    return build_warehouse(sources=[source("alpha")], articles=articles, files=files)


HEALTH = {
    "usual": (lambda: _days((4, 4, 4, 5)), (5, 4.0, "usual", None)),
    "silent": (lambda: _days((4, 4, 4, 0)), (0, 4.0, "silent", "source")),
    "silent while files were refused": (lambda: _days((4, 4, 4, 0), (0, 0, 0, 4)), (0, 4.0, "silent", "unknown")),
    "few, which may be chance": (lambda: _days((4, 4, 4, 2)), (2, 4.0, "usual", None)),
    "none of a publisher that gives one a day": (lambda: _days((1, 1, 1, 0)), (0, 1.0, "usual", None)),
    "low": (lambda: _days((9, 9, 9, 4)), (4, 9.0, "low", "source")),
    "high": (lambda: _days((4, 4, 4, 8)), (8, 4.0, "high", "source")),
    "high and without titles": (lambda: _days((4, 4, 4, 8), title=None), (8, 4.0, "high", "parser")),
    "short history": (lambda: _days((4, 0)), (0, 4.0, "unknown", None)),
}


@pytest.mark.parametrize("case", HEALTH)
def test_source_health_of_the_last_day(case):
    make, expected = HEALTH[case]
    query = "select article_count, usual_article_count, verdict, looks_like from marts.source_health"
    assert ask(make(), f"{query} order by landed_on desc limit 1") == [expected]


def test_source_health_starts_with_the_publisher():
    warehouse = _days((0, 0, 3, 3))
    assert ask(warehouse, "select count(*), min(landed_on) from marts.source_health") == [(2, MONDAY + timedelta(2))]


def _candidate(article_id, field, value, confidence, is_chosen, basis="meta"):
    return {
        "article_id": article_id, "field": field, "value": value, "basis": basis, "confidence": confidence,
        "is_chosen": is_chosen, "reason": "",
    }  # fmt: skip


def test_doubtful_fields_are_missing_contested_or_unsure():
    warehouse = build_warehouse(
        sources=[source("alpha")],
        articles=[
            article("sure", "alpha", "2026-11-16"),
            article("unsigned", None, None),
            article("contested", "alpha", "2026-11-16"),
            article("weak", "alpha", "2026-11-16", language_confidence=0.4),
        ],
        field_candidates=[
            _candidate("sure", "title", "A", 0.9, True),
            _candidate("sure", "title", "A", 0.9, False, "jsonld"),
            _candidate("sure", "title", "B", 0.3, False),
            _candidate("unsigned", "published_at", "2026-01-01", 0.2, False, "url"),
            _candidate("contested", "published_at", "2026-11-16", 0.8, True),
            _candidate("contested", "published_at", "2026-11-15", 0.75, False, "text"),
            _candidate("weak", "authors", "Staff", 0.5, True),
        ],
    )
    query = "select article_id, field, doubt, value, runner_up, runner_up_basis from marts.doubtful_fields order by all"
    assert ask(warehouse, query) == [
        ("contested", "published_at", "contested", "2026-11-16", "2026-11-15", "text"),
        ("unsigned", "published_at", "missing", None, "2026-01-01", "url"),
        ("unsigned", "source_id", "missing", None, None, None),
        ("weak", "authors", "unsure", "Staff", None, None),
        ("weak", "language", "unsure", "en", None, None),
    ]
