"""Which countries an article is about, to tell places of one name apart. Keep out: choosing the place (places.py)."""

import polars as pl

from assets.entities.names import PLACE
from assets.entities.places import find_places

Shares = dict[str, dict[str, float]]


def country_shares(names: pl.DataFrame) -> Shares:
    """Article to country code to its share (0 to 1) of the mentions of places that can be in one country only.

    In: article_id, kind, full_name. Articles without such places are absent.
    """
    places = names.filter(pl.col("kind") == PLACE)
    distinct = places["full_name"].unique().to_list()
    if not distinct:
        return {}
    codes = pl.Series([_only_country(name) for name in distinct], dtype=pl.String)
    certain = places.with_columns(
        places["full_name"].replace_strict(distinct, codes, return_dtype=pl.String).alias("country")
    ).drop_nulls("country")
    counts = certain.group_by("article_id", "country").agg(pl.len().alias("count"))
    shares = counts.with_columns((pl.col("count") / pl.col("count").sum().over("article_id")).alias("share"))
    found: Shares = {}
    for article_id, country, share in shares.select("article_id", "country", "share").iter_rows():
        found.setdefault(article_id, {})[country] = share
    return found


def _only_country(name: str) -> str | None:
    codes = {place.country_code for place in find_places(name)}
    return codes.pop() if len(codes) == 1 else None
