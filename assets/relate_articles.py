"""The frame of articles that every stage after parsing is given (docs/architecture.md)."""

import polars as pl

from assets.accounting.manifest import landing_days
from assets.warehouse.parsed import read_parsed
from assets.warehouse.tables import read_table
from assets.warehouse.workspace import Workspace

# What a stage keeps per article must not depend on other articles: these columns are known from the record alone.
OWN_COLUMNS = [
    "article_id", "record_id", "parent_article_id", "is_embedded", "url", "canonical_url", "title", "subtitle", "body",
    "authors", "language", "dateline", "published_at", "published_precision", "modified_at", "word_count",
]  # fmt: skip


def landed_articles(workspace: Workspace) -> pl.DataFrame:
    """`parsed_articles` with landed_on, the earliest landing day of a file that holds the record."""
    frames = read_parsed(workspace, "parsed_articles", "read_records")
    landed = landing_days(read_table(workspace, "raw_entries"), frames["read_records"])
    return frames["parsed_articles"].join(landed, on="record_id").sort("article_id")


def relate_articles(workspace: Workspace) -> pl.DataFrame:
    """The relate articles: own columns, source_id (null when unknown) and landed_on, sorted by article_id."""
    sources = read_table(workspace, "article_sources")
    joined = landed_articles(workspace).join(sources, on="article_id", how="left")
    return joined.select(*OWN_COLUMNS, "source_id", "landed_on").sort("article_id")
