"""Table `story_articles`: members of a story with the entities they share with another member."""

import polars as pl

from assets.contract.frames import conform_frame


def compose_story_articles(
    members: pl.DataFrame, article_entities: pl.DataFrame, entities: pl.DataFrame
) -> pl.DataFrame:
    """`story_members` with the names of entities that stand in at least one other article of the story, sorted."""
    named = article_entities.join(entities.select("entity_id", "name"), on="entity_id")
    in_story = (
        members.select("article_id", "story_id").join(named, on="article_id").unique(["story_id", "article_id", "name"])
    )
    shared = in_story.filter(pl.len().over("story_id", "name") > 1)
    names = shared.group_by("article_id").agg(pl.col("name").sort().alias("shared_entities"))
    joined = members.join(names, on="article_id", how="left")
    return conform_frame("story_articles", joined.with_columns(pl.col("shared_entities").fill_null([])))
