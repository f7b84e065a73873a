"""Feeding a collection bit by bit, in any order, gives the tables that feeding it at once gives."""

import numpy as np
import polars as pl
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from assets.stories.clusters import Kept, Stories, cluster_stories
from assets.stories.weights import weigh_articles
from benchmarks.corpus.articles import generate_articles
from benchmarks.stories.days import draw_copies, scatter

# Short texts are doubtful, so that stories merge and split as days come in.
ARTICLES = scatter(generate_articles(260)[0], seed=3, late=0.5).with_columns(
    pl.col("body").str.slice(0, 400), title=pl.lit(None, dtype=pl.String)
)
COPIES = draw_copies(ARTICLES, seed=4)
WEIGHTS = weigh_articles(ARTICLES)


def run(articles: pl.DataFrame, copies: pl.DataFrame, last: Stories | None) -> Stories:
    kept = Kept(last.story_places, last.story_changes) if last else None
    return cluster_stories(articles, copies.join(articles, on="article_id", how="semi"), WEIGHTS, kept=kept)


def tables(found: Stories) -> list[pl.DataFrame]:
    return [found.stories, found.story_members, found.story_changes]


def assert_same(found: Stories, expected: Stories) -> None:
    for one, other in zip(tables(found), tables(expected), strict=True):
        assert_frame_equal(one, other)


WHOLE = run(ARTICLES, COPIES, None)


@settings(max_examples=3, deadline=None, derandomize=True, phases=[Phase.generate])
@given(seed=st.integers(0, 10_000), parts=st.integers(2, 6))
def test_any_order_and_any_split_gives_what_a_rebuild_gives(seed, parts):
    random = np.random.Generator(np.random.PCG64(seed))
    part = pl.Series(random.integers(0, parts, ARTICLES.height))
    shuffled = ARTICLES.with_columns(part=part).sample(fraction=1, shuffle=True, seed=seed)
    found = None
    for number in range(parts):
        found = run(shuffled.filter(pl.col("part") <= number), COPIES, found)
    assert_same(found, WHOLE)


@settings(max_examples=3, deadline=None, derandomize=True, phases=[Phase.generate])
@given(seed=st.integers(0, 10_000), share=st.sampled_from([0.02, 0.3]))
def test_articles_that_change_go_or_become_copies_are_placed_anew(seed, share):
    """The last run saw other texts, days, copies, and articles that are gone."""
    random = np.random.Generator(np.random.PCG64(seed))
    fate = pl.Series(np.where(random.random(ARTICLES.height) < share, random.integers(1, 4, ARTICLES.height), 0))
    other = pl.Series(random.permutation(ARTICLES["published_at"].to_numpy()))
    before = ARTICLES.with_columns(
        own_key=pl.when(fate == 1).then(pl.lit("other")).otherwise("own_key"),
        published_at=pl.when(fate == 2).then(other).otherwise("published_at"),
    )
    last = run(before.filter(fate != 3), draw_copies(ARTICLES, seed=seed), None)
    assert_same(run(ARTICLES, COPIES, last), WHOLE)


def test_a_run_without_news_compares_nothing(monkeypatch):
    def refuse(*arguments):
        raise AssertionError("a day was grouped anew")

    monkeypatch.setattr("assets.stories.passes.group_batch", refuse)
    monkeypatch.setattr("assets.stories.pairs.find_similar", refuse)
    assert_same(run(ARTICLES, COPIES, WHOLE), WHOLE)


def test_another_method_forgets_what_was_kept():
    other = WHOLE.story_places.with_columns(method=pl.lit("older"))
    found = cluster_stories(ARTICLES, COPIES, WEIGHTS, kept=Kept(other, WHOLE.story_changes))
    assert_same(found, WHOLE)


def test_the_collection_tests_something():
    assert set(WHOLE.story_changes["change"]) == {"merged into", "split from"}
    assert ARTICLES["published_at"].null_count() > 20
    assert not COPIES["is_canonical"].all()
