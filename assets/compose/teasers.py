"""Table `teasers`: promoted headlines, linked to the article they promote where the warehouse has it."""

import polars as pl

from assets.contract.frames import conform_frame

# Words that must agree before a cut headline is compared as a whole.
KEY_WORDS = 4


def compose_teasers(teasers: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """`parsed_teasers` with the page's publisher, and the one article whose title the headline is or begins.

    `articles` is composed_articles. A headline that fits several stories links to none.
    """
    main = articles.filter(~pl.col("is_embedded")).sort("article_id").unique("record_id", keep="first")
    pages = main.select("record_id", "source_id")
    linked = teasers.join(pages, on="record_id", how="left").join(
        _links(teasers, articles), on=["record_id", "position"], how="left"
    )
    return conform_frame("teasers", linked)


def _links(teasers: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    headlines = teasers.select("record_id", "position", folded=_fold("headline"))
    titles = articles.filter(pl.col("is_canonical") & pl.col("title").is_not_null())
    titles = titles.select("article_id", title_folded=_fold("title"), page=pl.col("record_id"))
    pairs = headlines.with_columns(key=_key("folded")).join(titles.with_columns(key=_key("title_folded")), on="key")
    fits = pairs.filter(
        pl.col("title_folded").str.starts_with(pl.col("folded")) & (pl.col("page") != pl.col("record_id"))
    )
    alone = fits.filter(pl.col("article_id").n_unique().over("record_id", "position") == 1)
    return alone.select("record_id", "position", "article_id").unique(["record_id", "position"])


def _fold(column: str) -> pl.Expr:
    """Lower-case words with single blanks; cut marks and punctuation gone."""
    return pl.col(column).str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()


def _key(column: str) -> pl.Expr:
    return pl.col(column).str.split(" ").list.head(KEY_WORDS).list.join(" ")
