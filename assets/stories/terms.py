"""Words of articles, counted; and how much a word tells, from frozen statistics that are shipped as data."""

from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

DATA = Path(__file__).parent / "data"

# Letters and digits; one character a word in scripts without spaces.
WORD = (
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
    r"|[[\p{L}\p{N}\p{M}]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]+"
)
# The row of the frequencies that holds the number of articles.
TOTAL = "*"
# A word of the title counts as so many in the body.
TITLE_WEIGHT = 3
# A longer body repeats what its beginning says.
MAX_CHARS = 20_000


def count_terms(articles: pl.DataFrame) -> pl.DataFrame:
    """Columns row (its number in `articles`: title, body), word (lower case), count (a title word counts three times)."""
    bodies = _words(articles["body"].str.slice(0, MAX_CHARS)).with_columns(times=1)
    titles = _words(articles["title"]).with_columns(times=TITLE_WEIGHT)
    words = pl.concat([bodies, titles])
    return words.group_by("row", "word").agg(count=pl.col("times").sum())


def _words(texts: pl.Series) -> pl.DataFrame:
    words = texts.fill_null("").str.to_lowercase().str.extract_all(WORD)
    frame = pl.DataFrame({"row": np.arange(len(texts), dtype=np.uint32), "word": words})
    return frame.filter(pl.col("word").list.len() > 0).explode("word")


@cache
def read_frequencies() -> pl.DataFrame:
    """Columns word and idf: ln of articles per article with the word, of the frozen collection."""
    counts = pl.read_csv(DATA / "document_frequencies.csv", comment_prefix="#")
    total = counts.filter(pl.col("word") == TOTAL)["documents"][0]
    words = counts.filter(pl.col("word") != TOTAL)
    return words.select("word", idf=((total + 1) / (pl.col("documents") + 1)).log())


@cache
def top_idf() -> float:
    """Weight of a word that the frozen collection does not have."""
    counts = pl.read_csv(DATA / "document_frequencies.csv", comment_prefix="#")
    return float(np.log(counts.filter(pl.col("word") == TOTAL)["documents"][0] + 1))


@cache
def read_function_words() -> pl.DataFrame:
    """Columns language and word: words that tell nothing in that language."""
    lists = pl.read_csv(DATA / "function_words.csv", comment_prefix="#")
    return lists.select("language", word=pl.col("words").str.split(" ")).explode("word")
