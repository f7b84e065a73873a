"""Quality floor on labelled events: lowering it needs a reason in the change that does it."""

import polars as pl

from assets.stories.clusters import cluster_stories
from assets.stories.weights import weigh_articles
from benchmarks.corpus.relate import alone, relate_frame
from benchmarks.stories.__main__ import GOLD
from benchmarks.stories.metrics import score_b_cubed, score_pairs
from tests.shared import needs_shared


@needs_shared
def test_articles_of_one_event_meet():
    gold = pl.read_parquet(GOLD)
    articles = relate_frame(gold, article_id="id", body="text", language=pl.lit("en"), own_key="id")
    found = cluster_stories(articles, alone(articles), weigh_articles(articles)).story_members
    both = found.join(gold.select(article_id="id", story="story"), on="article_id")
    assert score_b_cubed(both["story_id"].to_list(), both["story"].to_list()).f1 >= 0.94


def test_scores():
    assert score_b_cubed("aabb", "aabb") == (1, 1, 1)
    assert score_b_cubed("aaaa", "aabb")[:2] == (0.5, 1)
    assert score_pairs("aabc", "aabb")[:2] == (1, 0.5)
