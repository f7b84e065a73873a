"""What is told of a story: its id, title, representative article, dates and counts."""

import polars as pl

from assets.stories.vectors import Numbers


def name_stories(canonical: pl.DataFrame, stories: Numbers) -> pl.DataFrame:
    """Add story (the row that names it) and story_id to canonical articles; `stories` has the story of each row.

    The id is made from the article that landed first in the story, copies included: the smallest id among equals.
    """
    numbered = canonical.with_columns(pl.Series("story", stories))
    first = (
        numbered.sort("first_landed_on", "first_article_id").group_by("story").agg(pl.col("first_article_id").first())
    )
    ids = first.select("story", story_id=id_from(pl.col("first_article_id")))
    return numbered.join(ids, on="story", how="left", maintain_order="left")


def id_from(article_id: pl.Expr) -> pl.Expr:
    """The id of a story whose first article this is."""
    return "s" + article_id.str.slice(0, 15)


def summarize_stories(members: pl.DataFrame, method: str) -> pl.DataFrame:
    """Rows of `stories` from all members, copies included (story_id, similarity, rating, has_vector, opening).

    The representative is the canonical article whose title the others support best: what they are about, by their
    words (the rating), times the outlets that print this title; among untitled ones the most similar to the others;
    among equals the longest, then the smallest id.
    """
    outlets = pl.col("source_id").n_unique().over("story_id", pl.col("title").str.to_lowercase())
    ranked = members.sort(
        pl.col("title").is_null(),
        ~pl.col("is_canonical"),
        -pl.col("rating") * outlets,
        -pl.col("similarity"),
        -pl.col("word_count"),
        "article_id",
    )
    known = pl.col("published_precision") != "none"
    words, _, _ = method.partition("+")
    return ranked.group_by("story_id", maintain_order=True).agg(
        title=pl.coalesce("title", "opening").first().fill_null(""),
        representative_article_id=pl.col("article_id").first(),
        first_published_at=pl.col("published_at").filter(known).min(),
        last_published_at=pl.col("published_at").filter(known).max(),
        article_count=pl.len(),
        source_count=pl.col("source_id").drop_nulls().n_unique(),
        independent_article_count=pl.col("is_canonical").sum(),
        method=pl.when(pl.col("has_vector").any()).then(pl.lit(method)).otherwise(pl.lit(words)),
    )
