"""syndication, text_reuse."""

import pytest

from tests.marts.small_warehouse import article, ask, build_warehouse, source


def test_syndication_counts_each_article_once_and_shares_the_output():
    kinds = {"b1": ("credit_line", "dateline"), "b2": ("shared_text",), "w1": ("dateline",), "n1": ("attribution",)}
    warehouse = build_warehouse(
        sources=[source("beta"), source("wire", "agency")],
        articles=[
            article("w1", "wire", "2026-11-16", duplicate_group_id="g1"),
            article("b1", "beta", "2026-11-16", duplicate_group_id="g1", is_canonical=False),
            article("b2", "beta", "2026-11-17"),
            article("b3", "beta", "2026-11-17"),
            article("b4", "beta", "2026-11-17"),
            article("b0", "beta", "2026-11-15", is_latest_version=False),
            article("n1", None, None),
        ],
        duplicate_groups=[
            {"duplicate_group_id": "g1", "canonical_article_id": "w1", "article_count": 2, "agency_source_id": "wire"}
        ],
        agency_credits=[
            {"article_id": a, "source_id": "wire", "evidence": e, "matched_text": "Wire"}
            for a, evidence in kinds.items()
            for e in evidence
        ],
    )
    assert ask(warehouse, "from marts.syndication order by source_id nulls last") == [
        ("wire", "Wire", "beta", "Beta", 2, 1, 1, 4, 0.5, ["credit_line", "dateline", "shared_text"]),
        ("wire", "Wire", None, None, 1, 0, 0, 1, 1.0, ["attribution"]),
    ]


REUSE = {
    "the agency is the origin whatever the dates say": (("wire", None), ("beta", "2026-11-16"), "w", "b", "agency"),
    "the earlier one is the origin": (("alpha", "2026-11-18"), ("beta", "2026-11-17"), "b", "w", "date"),
    "the first of the pair may be the earlier": (("alpha", "2026-11-16"), ("beta", "2026-11-17"), "w", "b", "date"),
    "one day does not decide": (("alpha", "2026-11-16"), ("beta", "2026-11-16T10:00:00"), "w", "b", "unknown"),
    "undated does not decide": (("alpha", None), ("beta", "2026-11-16T10:00:00"), "w", "b", "unknown"),
}


@pytest.mark.parametrize("case", REUSE)
def test_text_reuse_has_a_direction_only_where_it_is_known(case):
    one, other, origin, user, direction = REUSE[case]
    pair = {"article_id": "w", "other_article_id": "b", "kind": "near", "similarity": 0.5, "containment": 0.9}
    warehouse = build_warehouse(
        sources=[source("alpha"), source("beta"), source("wire", "agency")],
        articles=[article("w", *one, word_count=300), article("b", *other, word_count=250, title="TITLE of w")],
        duplicates=[pair | {"shared_words": 200, "explanation": "200 of 250 words"}],
    )
    words = {"w": 300, "b": 250}
    columns = "from_article_id, to_article_id, direction, cut_words, added_words, headline_kept"
    found = ask(warehouse, f"select {columns} from marts.text_reuse")
    assert found == [(origin, user, direction, words[origin] - 200, words[user] - 200, True)]


def test_two_copies_of_one_agency_need_not_come_from_each_other():
    credit = {"source_id": "wire", "evidence": "dateline", "matched_text": "(Wire)"}
    warehouse = build_warehouse(
        sources=[source("alpha"), source("beta"), source("wire", "agency")],
        articles=[article("a", "alpha", "2026-11-17"), article("b", "beta", "2026-11-16")],
        duplicates=[{"article_id": "a", "other_article_id": "b", "kind": "exact", "shared_words": 100}],
        agency_credits=[credit | {"article_id": "a"}, credit | {"article_id": "b"}],
    )
    assert ask(warehouse, "select from_source, direction from marts.text_reuse") == [("Alpha", "common_agency")]


def test_text_reuse_leaves_out_versions_of_one_publisher():
    warehouse = build_warehouse(
        sources=[source("alpha")],
        articles=[article("a1", "alpha", None), article("a2", "alpha", None)],
        duplicates=[{"article_id": "a1", "other_article_id": "a2", "kind": "near", "shared_words": 9}],
    )
    assert ask(warehouse, "from marts.text_reuse") == []
