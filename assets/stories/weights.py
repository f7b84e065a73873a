"""What an article is about: its most telling words with their weights. Depends on that article alone.

TF-IDF with saturating counts (Robertson and Walker 1994) over frozen document frequencies.
"""

import re
import zlib

import polars as pl

from assets.stories.terms import (
    MAX_CHARS,
    UNKNOWN,
    count_terms,
    find_names,
    read_frequencies,
    read_function_words,
    read_title_terms,
    top_idf,
)

# Terms kept of an article, by weight: the rest hardly moves a similarity.
MAX_TERMS = 80
# A word that more than one article in seven has tells nothing.
MIN_IDF = 2.0
# A word said very often weighs at most 1 + SATURATION times as much as one said once.
SATURATION = 2.0
# Weights are whole numbers, vectors this long: sums of products are then exact, in whatever order they are added.
SCALE = 4096
# A first sentence is cut at a word near this many characters.
OPENING_CHARS = 120
_SENTENCE = re.compile(r".+?(?:[.!?](?=\s|$)|[\u3002\uff01\uff1f]|$)", re.DOTALL)
# Articles weighed at a time: bounds memory.
BATCH = 2_000

SCHEMA = pl.Schema(
    {
        "article_id": pl.String,
        "terms": pl.List(pl.UInt32),
        "weights": pl.List(pl.UInt16),
        "are_names": pl.List(pl.Boolean),
        "title_terms": pl.List(pl.UInt32),
        "opening": pl.String,
    }
)


def weigh_articles(articles: pl.DataFrame) -> pl.DataFrame:
    """Terms (CRC-32 of the word) and weights of each article (article_id, title, body, language), sorted by article_id.

    `terms` ascend; the weights of one article form a vector of length SCALE; `are_names` says which terms are
    capitalised inside a sentence. `title_terms` are the title's words. Lists are empty for an article without words.
    `opening` is the first sentence where there is no title.
    """
    articles = articles.sort("article_id")
    parts = [_weigh_batch(articles[start : start + BATCH]) for start in range(0, articles.height, BATCH)]
    return pl.concat(parts) if parts else pl.DataFrame(schema=SCHEMA)


def _weigh_batch(articles: pl.DataFrame) -> pl.DataFrame:
    rows = articles.select("article_id", pl.col("language").fill_null(UNKNOWN)).with_row_index("row")
    weighted = _weigh_terms(count_terms(articles).join(rows, on="row"))
    ranked = weighted.sort("row", "weight", "word", descending=[False, True, False])
    kept = ranked.with_columns(rank=pl.int_range(pl.len()).over("row")).filter(pl.col("rank") < MAX_TERMS)
    marked = kept.join(find_names(articles).with_columns(are_names=True), on=["row", "word"], how="left")
    lists = _scale(marked).group_by("row").agg("terms", "weights", "are_names")
    titles = _encode(read_title_terms(articles["title"])).sort("row", "terms")
    title_lists = titles.group_by("row").agg(title_terms="terms")
    joined = rows.join(lists, on="row", how="left").join(title_lists, on="row", how="left").sort("row")
    told = joined.with_columns(_read_openings(articles))
    return told.select(
        pl.col(name).fill_null([]).cast(kind) if isinstance(kind, pl.List) else pl.col(name).cast(kind)
        for name, kind in SCHEMA.items()
    )


def _read_openings(articles: pl.DataFrame) -> pl.Series:
    """The first sentence of articles without a title; null for others and for an empty body."""
    openings = [
        None if title else first_sentence(body[:MAX_CHARS]) or None
        for title, body in articles.select("title", "body").iter_rows()
    ]
    return pl.Series("opening", openings, dtype=pl.String)


def first_sentence(body: str) -> str:
    """The first sentence of a body, cut at a word where it is long; empty for an empty body."""
    match = _SENTENCE.search(body.strip())
    sentence = " ".join(match[0].split()) if match else ""
    if len(sentence) <= OPENING_CHARS:
        return sentence
    return sentence[:OPENING_CHARS].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _weigh_terms(counted: pl.DataFrame) -> pl.DataFrame:
    """Columns row, word, weight: the saturated count times how much the word tells in the article's language."""
    english = pl.col("language").is_in(["en", UNKNOWN])
    known = counted.join(read_frequencies(), on="word", how="left").join(
        read_function_words(), on=["language", "word"], how="anti"
    )
    idf = pl.when(english).then(pl.col("idf").fill_null(top_idf())).otherwise(top_idf())
    times = pl.col("count") * (SATURATION + 1) / (pl.col("count") + SATURATION)
    return (
        known.with_columns(idf=idf).filter(pl.col("idf") >= MIN_IDF).select("row", "word", weight=times * pl.col("idf"))
    )


def _scale(kept: pl.DataFrame) -> pl.DataFrame:
    """Whole-number weights; columns row, terms, weights, are_names, sorted by row and term."""
    length = pl.col("weight").pow(2).sort().sum().over("row").sqrt()
    scaled = kept.with_columns(weights=(pl.col("weight") / length * SCALE).round().cast(pl.UInt16))
    coded = _encode(scaled).group_by("row", "terms").agg(
        pl.col("weights").max(), pl.col("are_names").fill_null(False).any()
    )  # fmt: skip
    return coded.filter(pl.col("weights") > 0).sort("row", "terms")


def _encode(words: pl.DataFrame) -> pl.DataFrame:
    """Add the column terms: CRC-32 of the word."""
    distinct = words["word"].unique()
    codes = pl.Series("terms", [zlib.crc32(word.encode()) for word in distinct], dtype=pl.UInt32)
    return words.join(pl.DataFrame({"word": distinct, "terms": codes}), on="word")
