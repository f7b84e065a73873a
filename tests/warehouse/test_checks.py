"""A check says how many rows break which rule, and shows some of them."""

import pytest

from assets.contract.frames import build_frame
from assets.warehouse.checks import all_checks, run_check
from tests.marts.small_warehouse import article, build_warehouse

CONTRACT, *OTHERS = all_checks()


def test_an_empty_warehouse_passes_every_check():
    connection = build_warehouse()
    assert {check.name: run_check(connection, check).failed for check in all_checks()} == dict.fromkeys(
        [check.name for check in all_checks()], 0
    )


def test_a_repeated_key_and_a_reference_to_nothing_are_counted_by_rule():
    connection = build_warehouse(articles=[article("a", None, None), article("a", "nobody", None)])
    result = run_check(connection, CONTRACT)
    found = {rule.meaning: failed for rule, failed in result.broken.items()}
    assert found == {
        "articles: no two rows have the same article_id": 1,
        "articles: every record_id is in records": 2,
        "articles: every source_id is in sources": 1,
    }
    assert (result.failed, result.total) == (4, 2)
    assert result.sample == [{"article_id": "a", "row_count": 2}]


def test_every_table_with_a_key_has_its_rule():
    assert sum("no two rows" in rule.meaning for rule in CONTRACT.rules) >= 15
    assert CONTRACT.is_blocking and all(len(check.rules) == 1 for check in OTHERS)


@pytest.mark.parametrize("check", OTHERS, ids=lambda check: check.name)
def test_the_file_says_what_holds_and_names_a_table(check):
    assert check.description.endswith(".") and build_frame(check.rules[0].table, []) is not None


def test_a_short_body_is_told_but_stops_nothing():
    (check,) = (check for check in OTHERS if check.name == "articles__body_is_short")
    connection = build_warehouse(articles=[article("a", None, None, word_count=3)])
    result = run_check(connection, check)
    assert (result.failed, check.is_blocking) == (1, False) and result.sample[0]["article_id"] == "a"
