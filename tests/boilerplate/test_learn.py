import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from assets.contract.catalog import find_table
from tests.boilerplate.outlets import FOOT, HEAD, LEGAL, learn, marked, outlet, report

TABLES = ("boilerplate", "repeated_paragraphs")


def test_what_stands_around_many_articles_leaves_them():
    learned = learn(outlet([[HEAD, *report(), FOOT, LEGAL] for _ in range(12)]))
    rows = learned.boilerplate.select("source_id", "paragraph", "article_count", "leaves_body").rows()
    assert sorted(rows) == [("gazette", text, 12, True) for text in sorted((HEAD, FOOT, LEGAL))]
    assert marked(learned, "gazette-004") == {0: True, 7: True, 8: True}
    assert learned.boilerplate["reason"].unique().item().startswith("at the head or end of 100 %")


@pytest.mark.parametrize(("articles", "repeated", "leaves"), [(4, False, False), (9, True, False), (10, True, True)])
def test_few_articles_prove_nothing(articles, repeated, leaves):
    learned = learn(outlet([[*report(), FOOT] for _ in range(articles)]))
    assert marked(learned, "gazette-000") == ({6: leaves} if repeated else {})


def test_typography_and_layout_do_not_matter():
    variants = [FOOT, FOOT.upper(), f"— {FOOT.replace(' ', '  ')} »", f"“{FOOT}”"]
    learned = learn(outlet([[*report(), variants[number % 4]] for number in range(12)]))
    assert learned.boilerplate.select("paragraph", "article_count").rows() == [(FOOT, 12)]


def test_versions_of_one_article_repeat_nothing():
    body = report(12)
    versions = [[*body[:number], *report(1), *body[number:]] for number in range(11)]
    assert learn(outlet(versions)).boilerplate.is_empty()


def test_a_background_paragraph_stays_in_the_body():
    # Each report speaks of what the paragraph is about.
    background = "The harbour commission opened the Stennick terminal against protests by herring fishermen."
    own = [
        f"Fishermen protests delayed the Stennick terminal, the harbour commission said {n} times." for n in range(15)
    ]
    learned = learn(outlet([[*report(2), own[number], *report(2), background] for number in range(15)]))
    assert marked(learned, "gazette-003") == {5: False}
    assert "as a report does" in learned.boilerplate["reason"].item()


def test_what_stands_between_paragraphs_stays():
    bodies = [[*report(3), FOOT, *report(3)] for _ in range(12)]
    assert marked(learn(outlet(bodies)), "gazette-000") == {3: False}
    # Something of the article's own outside it holds it in.
    assert marked(learn(outlet([[*report(3), FOOT, *report(1)] for _ in range(12)])), "gazette-000") == {3: False}
    # Here and there it stands elsewhere: it leaves where it stands at the end.
    learned = learn(outlet([[*report(3), FOOT] for _ in range(19)] + [[*report(1), FOOT, *report(1)]]))
    assert marked(learned, "gazette-000") == {3: True} and marked(learned, "gazette-019") == {1: False}


def test_a_line_without_words_leaves_with_its_neighbour():
    learned = learn(outlet([[*report(3), "* * *", FOOT] for _ in range(12)]))
    assert marked(learned, "gazette-000") == {3: True, 4: True}
    assert marked(learn(outlet([[*report(3), "* * *"] for _ in range(12)])), "gazette-000") == {}


def test_a_line_without_telling_words_stays():
    assert marked(learn(outlet([["PARIS", *report(3)] for _ in range(12)])), "gazette-000") == {0: False}


def test_an_article_is_never_emptied():
    learned = learn(outlet([[HEAD, *report(), FOOT] for _ in range(12)] + [[HEAD, FOOT], [FOOT], [HEAD, "***", FOOT]]))
    assert [marked(learned, f"gazette-{number:03}") for number in (12, 13, 14)] == [{}, {}, {}]
    assert marked(learned, "gazette-011") == {0: True, 7: True}


def test_outlets_are_told_apart():
    two = pl.concat([outlet([[*report(), FOOT] for _ in range(3)], source_id) for source_id in ("one", "two")])
    assert learn(two).repeated_paragraphs.is_empty()


def test_of_unknown_outlets_nothing_leaves_and_nothing_is_published():
    learned = learn(outlet([[*report(), FOOT] for _ in range(20)], None))
    assert learned.boilerplate.is_empty()
    assert learned.repeated_paragraphs.height == 20 and not learned.repeated_paragraphs["leaves_body"].any()


def test_in_scripts_without_spaces():
    foot = "订阅我们的电子报，每天早晨收到最新新闻。版权所有，未经许可不得转载。"
    learned = learn(outlet([[*report(), foot] for _ in range(12)]))
    assert marked(learned, "gazette-000") == {6: True}


@pytest.mark.parametrize("bodies", [[], [[""]], [["", "", "***"]], [["one"]] * 30, [["one", "one"]] * 30])
def test_hardly_anything(bodies):
    learned = learn(outlet(bodies))
    for name in TABLES:
        assert getattr(learned, name).schema == find_table(name).schema and getattr(learned, name).is_empty()


SITES = pl.concat(
    outlet([[HEAD, *report(3), f"More from {name}", *report(1), FOOT, LEGAL] for _ in range(count)], name)
    for name, count in (("daily", 14), ("weekly", 8), (None, 7))
)


@settings(max_examples=5, deadline=None, derandomize=True)
@given(seed=st.integers(0, 1000))
def test_any_order_of_the_articles_gives_the_same(seed):
    whole, again = learn(SITES), learn(SITES.sample(fraction=1, shuffle=True, seed=seed))
    for name in TABLES:
        assert_frame_equal(getattr(again, name), getattr(whole, name))
