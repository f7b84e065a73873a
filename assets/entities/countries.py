"""Which place of several with one name an article means: the one in the countries that it is about.

Keep out: the gazetteer (places.py), ids (identity.py).
"""

import numpy as np
import polars as pl

from assets.entities.names import PLACE
from assets.entities.numbered import KIND_NUMBERS, NONE, Forms, Numbers, number_strings
from assets.entities.places import CONTEXT, Place, find_places


def choose_places(forms: Forms, spellings: pl.Series) -> tuple[Numbers, list[Place]]:
    """For each form the number of its place in the list that comes second; NONE for what is in no gazetteer."""
    is_place = forms.kind == KIND_NUMBERS[PLACE]
    candidates, places = _candidates(np.unique(forms.full[is_place]), spellings)
    first = np.full(len(spellings), NONE, dtype=np.int64)
    best = candidates.unique("full", keep="first", maintain_order=True)
    first[best["full"].to_numpy()] = best["place"].to_numpy()
    chosen = np.where(is_place, first[forms.full], NONE)
    doubtful = candidates.group_by("full").len().filter(pl.col("len") > 1)["full"].to_numpy()
    is_doubtful = is_place & np.isin(forms.full, doubtful)
    wanted = forms.frame("article", "full").filter(pl.Series(is_doubtful))
    chosen[is_doubtful] = _choose(wanted, candidates, _country_shares(forms, candidates))
    return chosen, places


def _candidates(names: Numbers, spellings: pl.Series) -> tuple[pl.DataFrame, list[Place]]:
    """Every place of each name: full, order (by rank), place (its number), rank, country (its number or NONE)."""
    numbers: dict[Place, int] = {}
    rows = [
        (name, order, numbers.setdefault(place, len(numbers)), place.rank, place.country_code)
        for name, text in zip(names.tolist(), spellings.gather(names).to_list(), strict=True)
        for order, place in enumerate(find_places(text))
    ]
    schema = {"full": pl.Int64, "order": pl.Int64, "place": pl.Int64, "rank": pl.Float64, "code": pl.String}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    country = number_strings(frame["code"], frame["code"].drop_nulls().unique().sort())
    return frame.with_columns(country=pl.Series(country, dtype=pl.Int64)).drop("code"), list(numbers)


def _country_shares(forms: Forms, candidates: pl.DataFrame) -> pl.DataFrame:
    """Share (0 to 1) of each country among an article's mentions of places that can be in one country only."""
    only = candidates.group_by("full").agg(pl.col("country").n_unique().alias("countries"), pl.col("country").first())
    certain = only.filter((pl.col("countries") == 1) & (pl.col("country") != NONE)).select("full", "country")
    is_place = pl.Series(forms.kind == KIND_NUMBERS[PLACE])
    mentions = forms.frame("article", "full", "count").filter(is_place).join(certain, on="full")
    counts = mentions.group_by("article", "country").agg(pl.col("count").sum())
    return counts.select("article", "country", share=pl.col("count") / pl.col("count").sum().over("article"))


def _choose(wanted: pl.DataFrame, candidates: pl.DataFrame, shares: pl.DataFrame) -> Numbers:
    """The candidate of the highest rank, with what the article's countries add; of equals the first."""
    joined = wanted.unique().join(candidates, on="full").join(shares, on=["article", "country"], how="left")
    score = (pl.col("rank") + CONTEXT * pl.col("share").fill_null(0.0)).alias("score")
    ordered = joined.with_columns(score).sort(
        "article", "full", "score", "order", descending=[False, False, True, False]
    )
    best = ordered.unique(["article", "full"], keep="first", maintain_order=True)
    return wanted.join(best, on=["article", "full"], how="left", maintain_order="left")["place"].to_numpy()
