"""Words that too many articles of one day have."""

import numpy as np
import polars as pl
import pytest

from assets.stories import crowded
from assets.stories.clusters import Kept, cluster_stories
from assets.stories.crowded import leave_out_crowded
from assets.stories.days import published_on, read_days
from assets.stories.weights import weigh_articles
from benchmarks.corpus.articles import generate_articles
from benchmarks.corpus.relate import alone
from benchmarks.stories.days import scatter
from tests.stories.frames import article, articles, on

NOTES = articles(
    article("a1", "Lantern ferry Orwen", published_at=on(16)),
    article("a2", "Lantern ferry Dalby", published_at=on(16)),
    article("a3", "Lantern ferry Tisk", published_at=on(16)),
    article("b", "Lantern ferry Morrow", published_at=on(17)),
    article("c", "Lantern ferry Quill"),
)  # fmt: skip


@pytest.fixture
def at_most_two(monkeypatch):
    monkeypatch.setattr(crowded, "CROWDED_ARTICLES", 2)


def left(frame):
    weighed = frame.join(weigh_articles(frame), on="article_id").with_columns(published_on=published_on())
    return leave_out_crowded(weighed, read_days(weighed))


def test_what_three_articles_of_a_day_have_is_left_out_on_that_day_only(at_most_two):
    found = left(NOTES.with_columns(title=None))
    assert found["terms"].list.len().to_list() == [1, 1, 1, 3, 3]
    assert found["weights"].list.len().to_list() == [1, 1, 1, 3, 3]
    key = found["crowded_key"].to_list()
    assert key[0] == key[1] == key[2] != 0
    assert key[3:] == [0, 0]


def test_undated_articles_are_counted_by_landing_day(at_most_two):
    undated = NOTES.with_columns(published_at=None, published_precision=pl.lit("none"), title=None)
    assert left(undated)["terms"].list.len().to_list() == [1] * 5


def test_nothing_is_left_out_of_a_quiet_day():
    found = left(NOTES)
    assert found["crowded_key"].to_list() == [0] * 5


def test_a_day_that_becomes_crowded_bit_by_bit_gives_what_a_rebuild_gives(monkeypatch):
    monkeypatch.setattr(crowded, "CROWDED_ARTICLES", 3)
    every = scatter(generate_articles(240)[0], seed=5, late=0.5)
    weights = weigh_articles(every)
    whole = cluster_stories(every, alone(every), weights)
    assert (whole.story_places["crowded_key"] != 0).sum() > 50
    parts = np.random.Generator(np.random.PCG64(1)).integers(0, 5, every.height)
    last = None
    for number in range(5):
        some = every.filter(parts <= number)
        kept = Kept(last.story_places, last.story_changes) if last else None
        last = cluster_stories(some, alone(some), weights, kept=kept)
    for name in ("stories", "story_members", "story_changes"):
        assert getattr(last, name).equals(getattr(whole, name)), name
