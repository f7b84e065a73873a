"""What an article is about: its most telling words with their weights. Depends on that article alone.

TF-IDF with sublinear counts (Salton and Buckley 1988) over frozen document frequencies, title words counted three times.
"""

import zlib

import polars as pl

from assets.stories.terms import count_terms, read_frequencies, read_function_words, top_idf

# Terms kept of an article, by weight: the rest hardly moves a similarity.
MAX_TERMS = 120
# A word that more than this share of all articles have tells nothing: ln(1 / 0.3).
MIN_IDF = 1.2
# Weights are whole numbers, vectors this long: sums of products are then exact, in whatever order they are added.
SCALE = 4096
# Articles weighed at a time: bounds memory.
BATCH = 2_000

SCHEMA = pl.Schema({"article_id": pl.String, "terms": pl.List(pl.UInt32), "weights": pl.List(pl.UInt16)})


def weigh_articles(articles: pl.DataFrame) -> pl.DataFrame:
    """Terms (CRC-32 of the word) and weights of each article (article_id, title, body, language), sorted by article_id.

    `terms` ascend; the weights of one article form a vector of length SCALE. Articles without words have empty lists.
    """
    articles = articles.sort("article_id")
    parts = [_weigh_batch(articles[start : start + BATCH]) for start in range(0, articles.height, BATCH)]
    return pl.concat(parts) if parts else pl.DataFrame(schema=SCHEMA)


def _weigh_batch(articles: pl.DataFrame) -> pl.DataFrame:
    languages = pl.DataFrame(
        {"row": range(articles.height), "language": articles["language"]}, schema_overrides={"row": pl.UInt32}
    )
    counted = count_terms(articles).join(languages, on="row")
    weighted = _weigh_terms(counted).filter(pl.col("weight") > 0)
    ranked = weighted.sort("row", "weight", "word", descending=[False, True, False])
    kept = ranked.with_columns(rank=pl.int_range(pl.len()).over("row")).filter(pl.col("rank") < MAX_TERMS)
    lists = _scale(kept).group_by("row").agg("terms", "weights")
    rows = pl.DataFrame(
        {"row": range(articles.height), "article_id": articles["article_id"]}, schema_overrides={"row": pl.UInt32}
    )
    joined = rows.join(lists, on="row", how="left", maintain_order="left")
    empty = pl.lit([], dtype=pl.List(pl.UInt32)), pl.lit([], dtype=pl.List(pl.UInt16))
    return joined.select("article_id", pl.col("terms").fill_null(empty[0]), pl.col("weights").fill_null(empty[1]))


def _weigh_terms(counted: pl.DataFrame) -> pl.DataFrame:
    """Column weight: sublinear count times how much the word tells in the article's language."""
    english = pl.col("language").fill_null("en") == "en"
    known = counted.join(read_frequencies(), on="word", how="left")
    idf = pl.when(english).then(pl.col("idf").fill_null(top_idf())).otherwise(top_idf())
    told = known.with_columns(idf=pl.when(idf < MIN_IDF).then(0.0).otherwise(idf))
    told = told.join(read_function_words(), on=["language", "word"], how="anti")
    return told.select("row", "word", weight=(1 + pl.col("count").log()) * pl.col("idf"))


def _scale(kept: pl.DataFrame) -> pl.DataFrame:
    """Whole-number weights; columns row, terms, weights, sorted by row and term."""
    words = kept["word"].unique()
    codes = pl.DataFrame(
        {"word": words, "terms": [zlib.crc32(word.encode()) for word in words]}, schema_overrides={"terms": pl.UInt32}
    )
    squared = pl.col("weight").pow(2).sort().sum().over("row")
    scaled = kept.with_columns(weights=(pl.col("weight") / squared.sqrt() * SCALE).round().cast(pl.UInt16))
    coded = scaled.join(codes, on="word").group_by("row", "terms").agg(pl.col("weights").max())
    return coded.filter(pl.col("weights") > 0).sort("row", "terms")
