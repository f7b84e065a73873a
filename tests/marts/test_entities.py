"""entity_daily, entity_pairs_daily, rising_entities."""

from datetime import date, timedelta

import pytest

from tests.marts.small_warehouse import MONDAY, article, ask, build_warehouse, source


def _entity(entity_id):
    return {"entity_id": entity_id, "name": entity_id.upper(), "kind": "person", "article_count": 1, "mention_count": 1}


def _link(article_id, entity_id, mentions=1, in_title=False, salience=0.5):
    return {
        "article_id": article_id, "entity_id": entity_id, "mention_count": mentions, "in_title": in_title,
        "salience": salience,
    }  # fmt: skip


def test_entity_daily_folds_copies_and_counts_publishers():
    warehouse = build_warehouse(
        sources=[source("alpha"), source("beta")],
        entities=[_entity("p")],
        articles=[
            article("a1", "alpha", "2026-11-16"),
            article("b1", "beta", "2026-11-16", is_canonical=False),
            article("b0", "beta", "2026-11-16", is_latest_version=False),
        ],
        article_entities=[_link("a1", "p", 3, True), _link("b1", "p", 2), _link("b0", "p", 9)],
    )
    assert ask(warehouse, "from marts.entity_daily") == [(MONDAY, "p", "P", "person", 2, 1, 2, 1, 5)]


def test_entity_pairs_are_new_once_and_folded():
    warehouse = build_warehouse(
        sources=[source("alpha"), source("beta")],
        entities=[_entity(e) for e in "pqr"],
        articles=[
            article("a1", "alpha", "2026-11-16"),
            article("a2", "alpha", "2026-11-17"),
            article("b2", "beta", "2026-11-17"),
            article("c2", "beta", "2026-11-17", is_canonical=False),
        ],
        article_entities=[_link(a, e) for a in ("a1", "a2", "b2", "c2") for e in "pq"] + [_link("a2", "r")],
    )
    query = "select day, entity_id, other_entity_id, article_count, source_count, is_new from marts.entity_pairs_daily"
    tuesday = date(2026, 11, 17)
    assert ask(warehouse, f"{query} order by all") == [
        (MONDAY, "p", "q", 1, 1, True),
        (tuesday, "p", "q", 2, 2, False),
        (tuesday, "p", "r", 1, 1, True),
        (tuesday, "q", "r", 1, 1, True),
    ]


def test_entity_pairs_use_the_eight_most_salient():
    many = [f"e{n:02}" for n in range(12)]
    warehouse = build_warehouse(
        sources=[source("alpha")],
        entities=[_entity(e) for e in many],
        articles=[article("a1", "alpha", "2026-11-16")],
        article_entities=[_link("a1", e, salience=1 - n / 100) for n, e in enumerate(many)],
    )
    [(pairs, last)] = ask(warehouse, "select count(*), max(other_entity_id) from marts.entity_pairs_daily")
    assert (pairs, last) == (28, "e07")


@pytest.fixture(scope="module")
def four_days():
    """Ten articles a day; usual stands in 2 of 10 each day, rising jumps from 1 to 8, fading goes from 5 to 0."""
    plan = {"usual": (2, 2, 2, 2), "rising": (1, 1, 1, 8), "fading": (5, 5, 5, 0), "fresh": (0, 0, 0, 1)}
    days = [MONDAY + timedelta(n) for n in range(4)]
    articles = [article(f"a{d}{n}", "alpha", day.isoformat()) for d, day in enumerate(days) for n in range(10)]
    links = [_link(f"a{d}{n}", e) for e, counts in plan.items() for d, count in enumerate(counts) for n in range(count)]
    return build_warehouse(
        sources=[source("alpha")], entities=[_entity(e) for e in plan], articles=articles, article_entities=links
    )


def test_rising_entities_judges_the_last_day(four_days):
    query = "select entity_id, article_count, usual_article_count, score, verdict from marts.rising_entities"
    assert ask(four_days, f"{query} where day = '2026-11-19' order by entity_id") == [
        ("fading", 0, 5.0, -2.041241, "fading"),
        ("fresh", 1, 0.0, 1.0, "new"),
        ("rising", 8, 1.0, 4.949747, "rising"),
        ("usual", 2, 2.0, 0.0, "usual"),
    ]


def test_rising_entities_needs_three_days_of_history(four_days):
    query = "select distinct verdict from marts.rising_entities where day < '2026-11-19'"
    assert ask(four_days, query) == [("unknown",)]


def test_rising_entities_follows_the_volume():
    """Twice the articles and twice the mentions is as usual."""
    days = [MONDAY + timedelta(n) for n in range(4)]
    counts = (5, 5, 5, 10)
    articles = [article(f"a{d}{n}", "alpha", days[d].isoformat()) for d, c in enumerate(counts) for n in range(c)]
    links = [_link(f"a{d}{n}", "p") for d, c in enumerate(counts) for n in range(c // 5)]
    warehouse = build_warehouse(
        sources=[source("alpha")], entities=[_entity("p")], articles=articles, article_entities=links
    )
    query = "select usual_article_count, verdict from marts.rising_entities where day = '2026-11-19'"
    assert ask(warehouse, query) == [(2.0, "usual")]
