"""Table `articles`: what the parser found, and the article's place among the others."""

import polars as pl

from assets.contract.frames import conform_frame


def compose_articles(
    landed: pl.DataFrame,
    *,
    article_sources: pl.DataFrame,
    article_copies: pl.DataFrame,
    story_members: pl.DataFrame,
    suspicions: pl.DataFrame,
) -> pl.DataFrame:
    """Join `parsed_articles` with landed_on, and one row per article of the other frames, into `articles`."""
    joined = (
        landed.join(article_sources, on="article_id", how="left")
        .join(article_copies, on="article_id", how="left")
        .join(story_members.select("article_id", "story_id"), on="article_id", how="left")
        .join(suspicions.select("article_id", "is_machine_translated"), on="article_id", how="left")
    )
    return conform_frame("articles", joined)
