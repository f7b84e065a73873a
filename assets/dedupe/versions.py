"""Versions: the same article at the same outlet again, later. No copy that travelled, though often a near copy."""

import polars as pl

from assets.dedupe.groups import label_components
from assets.dedupe.tokens import Indices

# Near copies of one outlet further apart are a reprint, not an update.
MAX_DAYS = 7


def find_versions(articles: pl.DataFrame, members: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """row, version_of, version_number (from 1) and is_latest_version of the articles that have several versions.

    `pairs` (small, large, kind) share text: exact and near ones of one outlet within a week are versions; at one
    address any two that share text, and those that share their title.
    """
    stands = members.select("row", "source_id", "published_on", "landed_on", url=articles["canonical_url"]).filter(
        ~articles["is_embedded"]
    )
    small, large = (stands.select(pl.all().name.prefix(f"{side}_")) for side in ("small", "large"))
    both = pairs.join(small, left_on="small", right_on="small_row").join(large, left_on="large", right_on="large_row")
    same_outlet = pl.col("kind").is_in(["exact", "near"]) & (pl.col("small_source_id") == pl.col("large_source_id"))
    same_url = pl.col("small_url") == pl.col("large_url")
    edges = both.filter((same_outlet & (_days_apart() <= MAX_DAYS)) | same_url).select("small", "large")
    edges = pl.concat([edges, _pair_titles(articles)])
    labels = label_components(edges["small"].to_numpy(), edges["large"].to_numpy(), articles.height)
    return _number_versions(articles, labels)


def _days_apart() -> pl.Expr:
    """By publication; by landing where one of the two is undated."""
    published = pl.col("small_published_on") - pl.col("large_published_on")
    return published.fill_null(pl.col("small_landed_on") - pl.col("large_landed_on")).dt.total_days().abs()


def _pair_titles(articles: pl.DataFrame) -> pl.DataFrame:
    """Neighbours among the articles of one address and one title, in order of rows."""
    own = articles.select("canonical_url", "title", "is_embedded", large=pl.int_range(pl.len(), dtype=pl.Int64)).filter(
        ~pl.col("is_embedded"), pl.col("canonical_url").is_not_null(), pl.col("title").is_not_null()
    )
    several = own.filter(pl.col("canonical_url").is_duplicated()).with_columns(pl.col("title").str.to_lowercase())
    before = several.sort("large").with_columns(small=pl.col("large").shift(1).over("canonical_url", "title"))
    return before.filter(pl.col("small").is_not_null()).select("small", "large")


def _number_versions(articles: pl.DataFrame, labels: Indices) -> pl.DataFrame:
    """By what the pages say of publication and change; by landing day where one of the versions says nothing."""
    stamp = pl.max_horizontal("published_at", "modified_at")
    landed = pl.col("landed_on").cast(pl.Datetime("us"))
    rows = articles.select(
        row=pl.int_range(pl.len(), dtype=pl.Int64), version_of=pl.Series(labels), stamp=stamp, landed=landed
    ).filter(pl.col("version_of") >= 0)
    dated = pl.col("stamp").is_not_null().all().over("version_of")
    first, second = pl.when(dated).then("stamp").otherwise("landed"), pl.when(dated).then("landed").otherwise("stamp")
    ordered = rows.sort("version_of", first, second, "row", nulls_last=False)
    number = pl.int_range(pl.len(), dtype=pl.Int32).over("version_of") + 1
    return ordered.select(
        "row", "version_of", version_number=number, is_latest_version=number == pl.len().over("version_of")
    )
