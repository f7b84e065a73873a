"""Step 10: the published tables that need several stages: articles (texts are added when rows are loaded), teasers,
story_articles."""

from collections.abc import Iterator

import dagster as dg

from assets.compose.articles import compose_articles
from assets.compose.story_articles import compose_story_articles
from assets.compose.teasers import compose_teasers
from assets.progress import announce
from assets.relate_articles import article_index
from assets.sources.shared_text import credit_shared_text
from assets.table_assets import report_tables, table_spec, table_step
from assets.warehouse.parsed import read_parsed
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace

CREDITED = ("stated_credits", "duplicates", "article_copies", "article_sources", "sources")
PARTS = ("article_copies", "story_members", "suspicions")


@table_step(
    name="compose_tables",
    specs=[
        table_spec("articles", ["suspicions"]),
        table_spec("teasers", ["parsed_teasers", "suspicions"]),
        table_spec("story_articles", ["article_entities", "entities"]),
        table_spec("agency_credits", ["stated_credits", "duplicates", "article_copies"]),
    ],
)
def compose_tables(workspace: Workspace) -> Iterator[dg.MaterializeResult]:
    """Join what the stages found."""
    announce("joining tables")
    places = compose_articles(article_index(workspace), **{name: read_table(workspace, name) for name in PARTS})
    articles = write_table(workspace, "composed_articles", places)
    teasers = compose_teasers(read_parsed(workspace, "parsed_teasers")["parsed_teasers"], articles)
    entity_tables = (read_table(workspace, name) for name in ("story_members", "article_entities", "entities"))
    frames = {
        "teasers": teasers,
        "story_articles": compose_story_articles(*entity_tables),
        "agency_credits": credit_shared_text(*(read_table(workspace, name) for name in CREDITED)),
    }
    stored = {name: write_table(workspace, name, frame) for name, frame in frames.items()}
    yield from report_tables({"articles": articles, **stored})
