"""Each article's place among the others: publisher, copies, versions, story."""

import polars as pl

from assets.contract.frames import conform_frame


def compose_articles(
    index: pl.DataFrame, *, article_copies: pl.DataFrame, story_members: pl.DataFrame, suspicions: pl.DataFrame
) -> pl.DataFrame:
    """Join the light relate articles with one row per article of the other frames into `composed_articles`."""
    joined = (
        index.join(article_copies, on="article_id", how="left")
        .join(story_members.select("article_id", "story_id"), on="article_id", how="left")
        .join(suspicions.select("article_id", "is_machine_translated"), on="article_id", how="left")
    )
    return conform_frame("composed_articles", joined)
