"""The lexicons in data/ as frames: which words speak for which topic, per language. Keep out: articles and scores."""

from functools import cache
from pathlib import Path

import polars as pl

from assets.lists import bad_list, read_lines, read_rows
from assets.topics.vocabulary import DATA, topic_ancestors, topic_table

NAME_WEIGHT = (
    2.0  # A concept's own name, where the lexicon does not list it: orders second levels, decides no top level.
)


def lexicon_languages() -> list[str]:
    """Two-letter codes of the languages with a lexicon file, in alphabetical order."""
    return sorted(path.stem.removeprefix("lexicon_") for path in DATA.glob("lexicon_*.csv"))


@cache
def load_lexicon(language: str) -> pl.DataFrame:
    """One row per form and topic: form, pattern, term_id, top_id, second_id (null), top_weight, second_weight.

    A term is one line of the file: its forms are counted together. Raises BroadsheetError for
    a topic that is not in use.
    """
    listed = _read_terms(DATA / f"lexicon_{language}.csv")
    frames = [listed, _concept_names(listed)] if language == "en" else [listed]
    return pl.concat(frames).with_columns(pattern=as_pattern("form")).sort("term_id", "form")


@cache
def patterns(language: str) -> pl.Series:
    """Every pattern of a lexicon, longest first, so that a phrase wins over the words in it."""
    unique = load_lexicon(language).select("pattern").unique()
    return unique.sort(pl.col("pattern").str.len_chars(), "pattern", descending=[True, False])["pattern"]


@cache
def function_words(language: str) -> frozenset[str]:
    """Words that tell the language of a text whose language is unknown; empty when there is no such file."""
    path = DATA / f"function_words_{language}.txt"
    return frozenset(read_lines(path) if path.exists() else [])


def as_pattern(column: str) -> pl.Expr:
    """Words of a text, lower case, each with a blank on both sides, so that only whole words are found."""
    words = pl.col(column).str.to_lowercase().str.replace_all(r"[^\p{L}\p{M}\p{N}]+", "  ")
    blank = pl.lit(" ")
    return pl.concat_str(blank, words.str.strip_chars(" "), blank).alias(column)


def _read_terms(path: Path) -> pl.DataFrame:
    types = {"topic_id": pl.String, "forms": pl.String, "weight": pl.Float64}
    known = frozenset(topic_ancestors()["topic_id"])
    lines = pl.DataFrame([_check_term(path, row, known) for row in read_rows(path)], schema=types)
    lines = lines.with_row_index("term_id")
    terms = lines.join(topic_ancestors(), on="topic_id", how="left", maintain_order="left")
    return terms.select(
        pl.col("forms").str.split("|").alias("form"),
        "term_id",
        "top_id",
        "second_id",
        pl.col("weight").alias("top_weight"),
        pl.col("weight").alias("second_weight"),
    ).explode("form")


def _check_term(path: Path, row: dict[str, str], known: frozenset[str]) -> dict[str, object]:
    if row["topic_id"] not in known:
        raise bad_list(path, ",".join(row.values()), "media_topics.csv has no such topic")
    try:
        return {**row, "weight": float(row["weight"])}
    except ValueError as error:
        raise bad_list(path, ",".join(row.values()), "the weight is no number") from error


def _concept_names(listed: pl.DataFrame) -> pl.DataFrame:
    """Names of narrower concepts as terms of their second level, where the top level does not list them already."""
    labels = topic_table().filter(pl.col("level") > 1).join(topic_ancestors(), on="topic_id")
    forms = as_pattern("label").str.strip_chars(" ").str.replace_all("  ", " ", literal=True)
    names = labels.with_columns(form=forms).sort("top_id", "form", "level", "topic_id")
    names = names.unique(["top_id", "form"], keep="first", maintain_order=True)
    new = names.join(listed, on=["top_id", "form"], how="anti", maintain_order="left").with_row_index(
        "term_id", offset=listed["term_id"].max() + 1
    )
    weights = {"top_weight": pl.lit(0.0), "second_weight": pl.lit(NAME_WEIGHT)}
    return new.with_columns(**weights).select(listed.columns)
