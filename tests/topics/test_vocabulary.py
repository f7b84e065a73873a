import polars as pl

from assets.contract.catalog import find_table
from assets.topics.lexicon import lexicon_languages, load_lexicon
from assets.topics.vocabulary import topic_ancestors, topic_table


def test_every_topic_has_a_label_and_a_parent_one_level_up():
    topics = topic_table()
    assert topics.schema == find_table("topics").schema
    assert topics.height > 1_000
    assert topics.filter(pl.col("level") == 1).height == 17
    joined = topics.join(topics, left_on="parent_topic_id", right_on="topic_id", suffix="_above")
    assert joined.height == topics.height - 17
    assert (joined["level"] == joined["level_above"] + 1).all()
    assert topics["label"].str.len_chars().min() > 0
    assert topics["topic_id"].str.contains(r"^\d{8}$").all()


def test_ancestors_lead_to_the_top():
    row = topic_ancestors().filter(pl.col("topic_id") == "20001386").row(0, named=True)  # communism
    assert row["top_id"] == "12000000" or row["top_id"] == "11000000"
    assert row["second_id"] != row["top_id"]


def test_the_lexicon_covers_every_top_level():
    assert "en" in lexicon_languages()
    lexicon = load_lexicon("en").filter(pl.col("top_weight") != 0)
    terms = dict(lexicon.group_by("top_id").agg(pl.col("term_id").n_unique()).iter_rows())
    assert len(terms) == 17
    assert min(terms.values()) >= 40
    assert sum(terms.values()) >= 1_200


def test_a_form_stands_once_in_a_top_level():
    lexicon = load_lexicon("en").filter(pl.col("top_weight") != 0)
    assert not lexicon.select("top_id", "pattern").is_duplicated().any()
