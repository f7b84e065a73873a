"""Quality floors on labelled events: lowering one needs a reason in the change that does it."""

from importlib.util import find_spec

import pytest

from assets.semantic.model import MODULE, open_model
from assets.semantic.vectors import embed_articles
from assets.stories.clusters import SentenceVectors
from benchmarks.stories.__main__ import read_gold, run
from benchmarks.stories.metrics import score_b_cubed, score_pairs
from tests.shared import needs_shared


@needs_shared
def test_articles_of_one_event_meet():
    articles, labels = read_gold()
    both = run(articles)[0].story_members.join(labels, on="article_id")
    assert score_b_cubed(both["story_id"].to_list(), both["label"].to_list()).f1 >= 0.94


@needs_shared
@pytest.mark.skipif(find_spec(MODULE) is None, reason="broadsheet[semantic] is not installed")
def test_sentence_vectors_are_used_where_the_extra_is_installed():
    """On a part, because a vector takes its time."""
    articles, labels = read_gold()
    articles = articles.head(50)
    model = open_model()
    found = run(articles, SentenceVectors(model.name, embed_articles(articles, model)))[0]
    both = found.story_members.join(labels, on="article_id")
    assert score_b_cubed(both["story_id"].to_list(), both["label"].to_list()).f1 >= 0.94
    assert model.name in found.stories["method"][0]


def test_scores():
    assert score_b_cubed("aabb", "aabb") == (1, 1, 1)
    assert score_b_cubed("aaaa", "aabb")[:2] == (0.5, 1)
    assert score_pairs("aabc", "aabb")[:2] == (1, 0.5)
