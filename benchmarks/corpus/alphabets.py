"""Many articles from few: the same ones again with letters exchanged, so that no two alphabets have words in common."""

import string

import numpy as np
import polars as pl


def multiply_articles(articles: pl.DataFrame, times: int) -> pl.DataFrame:
    """The articles in `times` alphabets, the first as it is; ids and events are told apart, outlets stay."""
    events = int(articles["event"].max() or 0) + 1
    return pl.concat([_rewrite(articles, number, events) for number in range(times)]).sort("article_id")


def in_first_alphabet(pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs (a, b) of articles as multiply_articles names those that stay as they are."""
    return pairs.with_columns(pl.format("000{}", pl.col(name).str.tail(29)).alias(name) for name in ("a", "b"))


def _rewrite(articles: pl.DataFrame, number: int, events: int) -> pl.DataFrame:
    ids = {name: pl.lit(f"{number:03x}") + pl.col(name).str.tail(29) for name in ("article_id", "record_id")}
    named = articles.with_columns(**ids, event=pl.col("event") + number * events)
    if number == 0:
        return named
    letters = np.random.Generator(np.random.PCG64(number)).permutation(list(string.ascii_lowercase))
    exchanged = "".join(letters.tolist())
    table = str.maketrans(string.ascii_letters, exchanged + exchanged.upper())
    texts = {name: [text.translate(table) for text in articles[name].to_list()] for name in ("title", "body")}
    return named.with_columns(**{name: pl.Series(rows, dtype=pl.String) for name, rows in texts.items()})
