import numpy as np
import polars as pl

from assets.topics.closeness import VECTORS, concept_texts, read_concept_vectors, weigh_closeness
from assets.topics.tag import tag_articles
from assets.topics.vocabulary import topic_ancestors
from tests.topics.test_tag import as_articles

SPORT, HEALTH = "15000000", "07000000"


def unit_vectors(ids, axes, size=20):
    matrix = np.zeros((len(ids), size), dtype=np.float32)
    matrix[np.arange(len(ids)), axes] = 1
    return pl.DataFrame({"article_id": ids, "vector": pl.Series(matrix, dtype=pl.Array(pl.Float32, size))})


def concepts():
    """Each concept points along the axis of its top level."""
    rows = topic_ancestors().sort("topic_id")
    axes = {top: axis for axis, top in enumerate(rows["top_id"].unique().sort())}
    return unit_vectors(rows["topic_id"].to_list(), [axes[top] for top in rows["top_id"]]), axes


def test_every_topic_has_a_text():
    texts = concept_texts()
    assert texts.height == topic_ancestors().height
    assert texts["title"].str.len_chars().min() > 2


def test_the_vectors_that_come_with_the_topics_are_of_one_model_and_complete():
    model = pl.read_parquet(VECTORS)["model"][0]
    vectors = read_concept_vectors(model)
    assert set(vectors["article_id"]) == set(topic_ancestors()["topic_id"])
    assert np.allclose(np.linalg.norm(vectors["vector"].to_numpy(), axis=1), 1, atol=0.05)
    assert read_concept_vectors("another model") is None


def test_the_closest_top_level_has_the_largest_share():
    frame, axes = concepts()
    close = weigh_closeness(unit_vectors(["a"], [axes[SPORT]]), frame)
    assert close.height == len(axes)
    assert abs(close["closeness"].sum() - 1) < 1e-4
    assert close.sort("closeness").row(-1, named=True)["top_id"] == SPORT


def test_vectors_decide_between_topics_that_the_lexicon_finds_alike():
    body = "The striker scored a goal for the club. The hospital and its doctors treated the patients. " * 2
    articles = as_articles(a=body)
    article_id = articles["article_id"][0]
    frame, axes = concepts()
    best = {
        top: tag_articles(articles, weigh_closeness(unit_vectors([article_id], [axes[top]]), frame), "model 1")
        for top in (SPORT, HEALTH)
    }
    for top, tags in best.items():
        assert tags.filter(pl.col("topic_id").str.ends_with("000000")).sort("score")["topic_id"][-1] == top
        assert set(tags["method"]) == {"lexicon, model 1"}
        assert tags["evidence"].list.len().min() > 0


def test_without_vectors_the_lexicon_alone_is_named():
    tags = tag_articles(as_articles(a="The striker scored a goal for the club in the cup final. " * 2))
    assert set(tags["method"]) == {"lexicon"}
