"""Words of articles, counted; and how much a word tells, from frozen statistics that are shipped as data."""

from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

DATA = Path(__file__).parent / "data"

# Scripts written without spaces: two neighbouring characters count as a word.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
# Letters and digits; a run of characters where nothing tells the words apart.
WORD = rf"[{_UNSPACED}]+|[[\p{{L}}\p{{N}}\p{{M}}]--[{_UNSPACED}]]+"
# News says first what it is about: a word of the title or of the body's first words counts as so many further down.
LEAD_WORDS, LEAD_WEIGHT = 100, 3
# A name inside a sentence: a letter or mark that does not end one, a space, and words that begin with a capital.
_NAME = r"[\p{Ll}\p{N},;%)](?: \p{Lu}[\p{L}\p{N}\p{M}]*)+"
# A longer body repeats what its beginning says.
MAX_CHARS = 20_000
# The language code of texts whose language is not known.
UNKNOWN = "und"
# The row of the frequencies that holds the number of articles.
TOTAL = "*"


def count_terms(articles: pl.DataFrame) -> pl.DataFrame:
    """Columns row (its number in `articles`: title, body), word (lower case) and count, weighted by position."""
    bodies, titles = _split(articles["body"].str.slice(0, MAX_CHARS)), _split(articles["title"])
    parts = [
        _explode(bodies, times=1),
        _explode(bodies.list.head(LEAD_WORDS), times=LEAD_WEIGHT - 1),
        _explode(titles, times=LEAD_WEIGHT),
    ]
    return pl.concat(parts).group_by("row", "word").agg(count=pl.col("times").sum())


def find_names(articles: pl.DataFrame) -> pl.DataFrame:
    """Columns row and word (lower case): words of each body that are capitalised inside a sentence."""
    runs = articles["body"].str.slice(0, MAX_CHARS).str.extract_all(_NAME)
    # The first character only shows that the sentence had begun.
    names = runs.list.eval(pl.element().str.slice(1)).list.join(" ")
    return _explode(_split(names), times=1).select("row", "word").unique()


def read_title_terms(titles: pl.Series) -> pl.DataFrame:
    """Columns row and word: the different words of each title."""
    return _explode(_split(titles), times=1).select("row", "word").unique()


def _split(texts: pl.Series) -> pl.Series:
    return texts.fill_null("").str.to_lowercase().str.extract_all(WORD)


def _explode(words: pl.Series, *, times: int) -> pl.DataFrame:
    frame = pl.DataFrame({"row": np.arange(len(words), dtype=np.uint32), "word": words})
    exploded = frame.filter(pl.col("word").list.len() > 0).explode("word")
    unspaced = pl.col("word").str.contains(rf"^[{_UNSPACED}]")
    pairs = exploded.filter(unspaced).with_columns(pl.col("word").map_elements(_pair_characters, pl.List(pl.String)))
    return pl.concat([exploded.filter(~unspaced), pairs.explode("word")]).with_columns(times=pl.lit(times))


def _pair_characters(run: str) -> list[str]:
    return [run[start : start + 2] for start in range(max(len(run) - 1, 1))]


@cache
def read_frequencies() -> pl.DataFrame:
    """Columns word and idf: ln of articles per article with the word, of the frozen collection."""
    counts = _read_counts()
    total = counts.filter(pl.col("word") == TOTAL)["documents"][0]
    words = counts.filter(pl.col("word") != TOTAL)
    return words.select("word", idf=((total + 1) / (pl.col("documents") + 1)).log())


@cache
def top_idf() -> float:
    """Weight of a word that the frozen collection does not have."""
    return float(np.log(_read_counts().filter(pl.col("word") == TOTAL)["documents"][0] + 1))


def _read_counts() -> pl.DataFrame:
    return pl.read_csv(DATA / "document_frequencies.csv", comment_prefix="#")


@cache
def read_function_words() -> pl.DataFrame:
    """Columns language and word: words that tell nothing in that language; of all of them for an unknown language."""
    lists = pl.read_csv(DATA / "function_words.csv", comment_prefix="#")
    known = lists.select("language", word=pl.col("words").str.split(" ")).explode("word")
    unknown = known.select(pl.lit(UNKNOWN).alias("language"), pl.col("word").unique())
    return pl.concat([known, unknown])
