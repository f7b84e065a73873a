"""What every stage after parsing is given: a light row an article, and rows kept per article (docs/architecture.md)."""

from collections.abc import Callable

import polars as pl

from assets.accounting.manifest import landing_days
from assets.article_texts import OWN_COLUMNS, read_articles
from assets.warehouse.features import keep_features
from assets.warehouse.parsed import parsed_state, read_columns
from assets.warehouse.tables import read_table, table_state
from assets.warehouse.workspace import Workspace

_LIGHT = [name for name in OWN_COLUMNS if name != "body"]
# Every stage asks for the index, and to make it every batch is opened: the last ones made, and what they were made of.
_made: dict[bool, tuple[tuple, pl.DataFrame]] = {}
_TRIMMED = ["content_key", "own_key", "word_count", "body_chars"]


def landed_articles(workspace: Workspace, columns: list[str]) -> pl.DataFrame:
    """Columns of `parsed_articles`, the batch each is from, and landed_on: the earliest landing day of its record."""
    articles = read_columns(workspace, "parsed_articles", columns)
    records = read_columns(workspace, "read_records", ["file_id", "record_id"])
    landed = landing_days(read_table(workspace, "raw_entries"), records)
    return articles.join(landed, on="record_id").sort("article_id")


def article_index(workspace: Workspace, *, trimmed: bool = True) -> pl.DataFrame:
    """The light relate articles: own columns but body, what names their texts, source_id and landed_on, batch.

    Sorted by article_id. Without `trimmed`, as they were parsed: nothing that an outlet repeats is left out.
    """
    made_of = ("raw_entries", "article_sources", *(["trimmed_articles"] if trimmed else []))
    state = (workspace, parsed_state(workspace), *(table_state(workspace, name) for name in made_of))
    if trimmed not in _made or _made[trimmed][0] != state:
        _made[trimmed] = state, _make_index(workspace, trimmed)
    return _made[trimmed][1]


def _make_index(workspace: Workspace, trimmed: bool) -> pl.DataFrame:
    keys = read_columns(workspace, "article_keys", ["article_id", "content_key", "body_chars"]).drop("batch")
    index = (
        landed_articles(workspace, _LIGHT)
        .join(keys.with_columns(own_key=pl.col("content_key")), on="article_id")
        .join(read_table(workspace, "article_sources"), on="article_id", how="left")
    )
    if trimmed:
        changed = read_table(workspace, "trimmed_articles").select("article_id", *_TRIMMED)
        index = index.update(changed, on="article_id")
    return index.sort("article_id")


def keep_by_article(
    workspace: Workspace,
    stage: str,
    version: str,
    make: Callable[[pl.DataFrame], pl.DataFrame],
    *,
    own_text: bool = False,
) -> pl.DataFrame:
    """Rows that `make` gives for OWN_COLUMNS of articles, each article read once; sorted by article_id.

    With `own_text`, body is what the article's outlet does not repeat elsewhere.
    """
    index = article_index(workspace)
    keys = index.select("article_id", content_key="own_key" if own_text else "content_key")
    return keep_features(
        workspace,
        stage,
        version,
        keys,
        lambda new: make(read_articles(workspace, new["article_id"], own_text=own_text)),
    )


def relate_articles(workspace: Workspace) -> pl.DataFrame:
    """The index with bodies: for stages that still read every text."""
    index = article_index(workspace)
    return index.join(read_articles(workspace, index["article_id"]).select("article_id", "body"), on="article_id").sort(
        "article_id"
    )
