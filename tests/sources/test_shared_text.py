"""A credit is passed on to copies of the text it stands under."""

import polars as pl
from polars.testing import assert_frame_equal

from assets.contract.frames import build_frame
from assets.sources.shared_text import credit_shared_text

SOURCES = build_frame(
    "sources",
    [
        {"source_id": "north-wire", "name": "North Wire", "kind": "agency", "article_count": 1},
        {"source_id": "tidewater", "name": "Tidewater", "kind": "publisher", "article_count": 3},
    ],
)


def credit(article_id: str, evidence: str = "credit_line", words: str = "North Wire") -> dict:
    return {"article_id": article_id, "source_id": "north-wire", "evidence": evidence, "matched_text": words}


def pair(one: str, other: str, kind: str) -> dict:
    return {"article_id": one, "other_article_id": other, "kind": kind, "similarity": 0.9, "containment": 0.9,
            "shared_words": 90, "explanation": "same text"}  # fmt: skip


def run(credits=(), pairs=(), published=None, groups=None) -> dict[str, str]:
    """Text of the shared_text credits by article."""
    published, groups = published or {}, groups or {}
    found = credit_shared_text(
        build_frame("stated_credits", credits),
        duplicates=build_frame("duplicates", pairs),
        article_copies=build_frame(
            "article_copies", [{"article_id": a, "duplicate_group_id": g} for a, g in groups.items()]
        ),
        article_sources=build_frame(
            "article_sources", [{"article_id": a, "source_id": s} for a, s in published.items()]
        ),
        sources=SOURCES,
    )
    assert set(found["source_id"]) <= {"north-wire"}
    return dict(found.filter(evidence="shared_text").select("article_id", "matched_text").iter_rows())


def test_exact_and_near_copies_take_the_credit_and_others_do_not():
    pairs = [pair("a", "b", "near"), pair("c", "a", "exact"), pair("a", "d", "contained"), pair("a", "e", "reuse")]
    assert run([credit("a")], pairs) == {
        "b": 'near copy of a, which says "North Wire"',
        "c": 'exact copy of a, which says "North Wire"',
    }


def test_the_agencys_own_page_is_the_best_witness_and_is_not_credited_itself():
    pairs = [pair("a", "b", "exact"), pair("b", "z", "near")]
    published = {"z": "north-wire", "b": "tidewater"}
    assert run([credit("a")], pairs, published) == {"b": "near copy of z, published by the agency"}
    assert run([], [pair("y", "z", "near")], {"y": "north-wire", "z": "north-wire"}) == {}


def test_a_group_passes_it_on_to_members_that_are_no_pair():
    groups = {"a": "g", "b": "g", "c": "g", "x": "other", "y": None}
    assert run([credit("b", "dateline", "(North Wire)")], groups=groups) == {
        "a": 'copy in the group of b, which says "(North Wire)"',
        "c": 'copy in the group of b, which says "(North Wire)"',
    }


def test_a_mere_quotation_is_not_passed_on():
    assert run([credit("a", "attribution")], [pair("a", "b", "exact")]) == {}


def test_it_may_be_asked_again_and_in_any_order():
    rows = [credit("a"), credit("c", "attribution")]
    frames = {
        "duplicates": build_frame("duplicates", [pair("a", "b", "near"), pair("b", "c", "near")]),
        "article_copies": build_frame("article_copies", [{"article_id": x, "duplicate_group_id": "g"} for x in "abc"]),
        "article_sources": build_frame("article_sources", []),
        "sources": SOURCES,
    }
    once = credit_shared_text(build_frame("stated_credits", rows), **frames)
    turned = {name: frame.reverse() for name, frame in frames.items()}
    assert_frame_equal(credit_shared_text(build_frame("stated_credits", rows).reverse(), **turned), once)
    assert once.filter(pl.col("evidence") == "attribution").height == 1
