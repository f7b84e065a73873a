"""A collection that lands day by day: late articles, undated ones, copies, and pages whose text is changed later."""

from datetime import timedelta

import numpy as np
import polars as pl

# Shares of articles: without a date, landing some days late, being a copy of another, being rewritten or gone later.
UNDATED, LATE, COPIES = 0.15, 0.15, 0.08


def scatter(articles: pl.DataFrame, seed: int, *, undated: float = UNDATED, late: float = LATE) -> pl.DataFrame:
    """Relate articles with landing days up to nine days after publication, some without a date."""
    random = np.random.Generator(np.random.PCG64(seed))
    days = np.where(random.random(articles.height) < late, random.integers(1, 10, articles.height), 0)
    missing = pl.Series(random.random(articles.height) < undated)
    return articles.with_columns(
        own_key="article_id",
        landed_on=pl.Series([d + timedelta(days=int(n)) for d, n in zip(articles["landed_on"], days, strict=True)]),
        published_at=pl.when(~missing).then("published_at"),
        published_precision=pl.when(missing).then(pl.lit("none")).otherwise("published_precision"),
    )


def draw_copies(articles: pl.DataFrame, seed: int, share: float = COPIES) -> pl.DataFrame:
    """`article_copies` that make some articles copies of the one before them."""
    random = np.random.Generator(np.random.PCG64(seed))
    ids = articles.sort("article_id")["article_id"].to_list()
    is_copy = random.random(len(ids)) < share
    is_copy[0] = False
    # A copy of a copy would need the first one's group: only every other article may be one.
    is_copy[::2] = False
    groups = {ids[i]: ids[i - 1] for i in np.flatnonzero(is_copy)}
    groups |= {leader: leader for leader in groups.values()}
    return pl.DataFrame(
        {
            "article_id": ids,
            "duplicate_group_id": [groups.get(article_id) for article_id in ids],
            "is_canonical": ~is_copy,
        },
        schema_overrides={"duplicate_group_id": pl.String},
    )
