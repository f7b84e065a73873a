"""What the stage boilerplate makes of articles before others compare them, in memory."""

from dataclasses import dataclass

import polars as pl

from assets.boilerplate.learn import learn_boilerplate
from assets.boilerplate.remove import remove_paragraphs
from assets.boilerplate.sketch import sketch_paragraphs
from assets.contract.bodies import bodies_of


@dataclass(frozen=True)
class Trimmed:
    """The articles with their own texts, and the sketches of their paragraphs."""

    own: pl.DataFrame
    sketches: pl.DataFrame


def own_texts(articles: pl.DataFrame) -> pl.DataFrame:
    """Relate articles with their own text as body, and content_key and own_key, which differ where something left."""
    return trim_articles(articles).own


def trim_articles(articles: pl.DataFrame) -> Trimmed:
    """The same, with what it was learned from."""
    sketches = sketch_paragraphs(articles)
    learned = learn_boilerplate(articles, sketches, bodies_of(articles))
    gone = learned.repeated_paragraphs.group_by("article_id").agg("ordinal")
    joined = articles.join(gone, on="article_id", how="left", maintain_order="left")
    rows = joined.select("body", pl.col("ordinal").fill_null([])).iter_rows()
    own = articles.with_columns(
        body=pl.Series([remove_paragraphs(body, gone) if gone else body for body, gone in rows], dtype=pl.String),
        content_key=pl.col("article_id"),
        own_key=pl.when(joined["ordinal"].is_null()).then("article_id").otherwise(pl.col("article_id") + "-own"),
    )
    return Trimmed(own, sketches)
