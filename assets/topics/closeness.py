"""How close what an article says is to the concepts of each top level, by sentence vectors. Used where the extra is
installed. Keep out: the model (the vectors come as frames), the lexicon (tag.py).
"""

import numpy as np
import polars as pl

from assets.topics.vocabulary import DATA, topic_ancestors

# Vectors of the concepts' texts by the model of the extra, in whole numbers of 1/STEPS: reading 1,085 texts takes 15 s.
VECTORS, STEPS = DATA / "concept_vectors.parquet", 512
# A top level is as close as the mean of its closest concepts: one alone is chance, all of them are never close.
CLOSEST = 8
# Shares are exponentials of the cosines over this: a difference of 0.1 between two top levels makes 1 to 2.7.
TEMPERATURE = 0.1


def concept_texts() -> pl.DataFrame:
    """Each topic's text to make a vector of: article_id (the topic's), title (label), body (definition), language."""
    types = {"topic_id": pl.String, "parent_topic_id": pl.String}
    table = pl.read_csv(DATA / "media_topics.csv", comment_prefix="#", schema_overrides=types)
    return table.select(
        article_id="topic_id", title="label", body=pl.col("definition").fill_null(""), language=pl.lit("en")
    )


def read_concept_vectors(model: str) -> pl.DataFrame | None:
    """article_id (the topic's) and vector of every concept, as the file has them; None when it is of another model."""
    kept = pl.read_parquet(VECTORS)
    if set(kept["model"]) != {model} or set(kept["article_id"]) != set(topic_ancestors()["topic_id"]):
        return None
    numbers = kept["vector"].to_numpy().astype(np.float32) / STEPS
    return pl.DataFrame({"article_id": kept["article_id"], "vector": numbers})


def weigh_closeness(vectors: pl.DataFrame, concepts: pl.DataFrame) -> pl.DataFrame:
    """article_id, top_id, closeness: the top level's share (0 to 1) of an article's closeness to all of them.

    In: article_id and vector (length 1) of articles, and of concepts under their topic ids.
    """
    named = concepts.join(topic_ancestors(), left_on="article_id", right_on="topic_id").sort("article_id")
    tops = named["top_id"].unique().sort()
    cosines = vectors["vector"].to_numpy() @ named["vector"].to_numpy().T
    columns = [np.flatnonzero((named["top_id"] == top).to_numpy()) for top in tops]
    means = [np.sort(cosines[:, places], axis=1)[:, -CLOSEST:].mean(axis=1) for places in columns]
    weights = np.exp(np.stack(means, axis=1).astype(np.float64) / TEMPERATURE)
    shares = (weights / weights.sum(axis=1, keepdims=True)).round(6)
    return pl.DataFrame(
        {
            "article_id": np.repeat(vectors["article_id"].to_numpy(), len(tops)),
            "top_id": np.tile(tops.to_numpy(), vectors.height),
            "closeness": shares.reshape(-1),
        },
        schema={"article_id": pl.String, "top_id": pl.String, "closeness": pl.Float64},
    )
