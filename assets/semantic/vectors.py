"""Vectors of articles, as a frame. Depends on each article alone."""

from collections.abc import Iterable

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.semantic.model import Model

DIMENSIONS = 384
# Vectors are kept in steps of 1/4096: nothing of the arithmetic of a machine is left in them, and sums are exact.
STEPS = 4096
# The model read English only; in other languages it finds everything alike.
LANGUAGES = ("en",)

SCHEMA = pl.Schema({"article_id": pl.String, "vector": pl.Array(pl.Float32, DIMENSIONS)})


def embed_articles(articles: pl.DataFrame, model: Model) -> pl.DataFrame:
    """Columns article_id and vector (length 1, so that a dot product is a cosine), sorted by article_id.

    `articles` has article_id, title, body, language: title and beginning of the body are read. No row for an article
    in a language that the model does not know, or without text.
    """
    texts = articles.filter(pl.col("language").is_in(LANGUAGES)).select(
        "article_id", text=pl.concat_str("title", "body", separator=". ", ignore_nulls=True).str.strip_chars(" .\n")
    )
    read = texts.filter(pl.col("text") != "").sort("article_id")
    if read.is_empty():
        return pl.DataFrame(schema=SCHEMA)
    matrix = embed_texts(read["text"], model)
    return pl.DataFrame({"article_id": read["article_id"], "vector": matrix}, schema=SCHEMA)


def embed_texts(texts: Iterable[str], model: Model) -> NDArray[np.float32]:
    """One vector a row, in steps of 1/STEPS. A text that was read before is not read again."""
    rows = list(texts)
    distinct = {text: _round(model.embed(text)) for text in dict.fromkeys(rows)}
    return np.stack([distinct[text] for text in rows]) if rows else np.zeros((0, DIMENSIONS), dtype=np.float32)


def _round(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    return (np.rint(vector * STEPS) / STEPS).astype(np.float32)
