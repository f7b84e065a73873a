"""How a stage asks for the texts of a few articles, so that no stage has to be given all of them."""

from collections.abc import Callable

import polars as pl

# Article ids -> frame (article_id, body) of exactly these articles, in any order.
ReadBodies = Callable[[pl.Series], pl.DataFrame]


def bodies_of(articles: pl.DataFrame) -> ReadBodies:
    """A reader over a frame (article_id, body) that is in memory."""

    def read(article_ids: pl.Series) -> pl.DataFrame:
        return articles.select("article_id", "body").filter(pl.col("article_id").is_in(article_ids.implode()))

    return read
