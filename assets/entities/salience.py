"""How much of an article's attention an entity has. Keep out: who the entities are."""

import polars as pl

TITLE_WEIGHT = 3.0


def add_salience(entities: pl.DataFrame, *, of: str = "article_id") -> pl.DataFrame:
    """The frame with `salience` (0 to 1; the most salient entity of an article has 1), to 6 digits.

    In: a column that says the article (`of`), mention_count, in_title, first_start (of the first mention; null when
    there is none), body_chars.
    Weight = (ln(1 + mentions) + 3 when in the title) times (2 - first position as a share of the body): frequency with
    falling returns, the headline's word, and the inverted pyramid of news. Divided by the article's greatest weight.
    """
    position = (pl.col("first_start") / pl.col("body_chars").clip(1)).fill_null(0.0).clip(0.0, 1.0)
    weight = (pl.col("mention_count").log1p() + TITLE_WEIGHT * pl.col("in_title").cast(pl.Float64)) * (2.0 - position)
    share = weight / weight.max().over(of)
    return entities.with_columns(share.round(6).alias("salience"))
