"""Step 3: who published each article, and which agencies it credits."""

from collections.abc import Iterator

import dagster as dg

from assets.progress import announce
from assets.relate_articles import landed_articles
from assets.sources.resolve import resolve_sources
from assets.table_assets import report_tables, table_spec, table_step
from assets.warehouse.parsed import read_parsed
from assets.warehouse.tables import write_table
from assets.warehouse.workspace import Workspace

COLUMNS = ("article_id", "record_id", "site_name", "domain", "language")
TABLES = ("sources", "article_sources", "stated_credits")


@table_step(name="resolve_sources", specs=[table_spec(name, ["parsed_articles", "parsed_credits"]) for name in TABLES])
def resolve_publishers(workspace: Workspace) -> Iterator[dg.MaterializeResult]:
    """Bring the spellings and addresses of each publisher together."""
    announce("naming publishers and agencies")
    credits = read_parsed(workspace, "parsed_credits")["parsed_credits"]
    articles = landed_articles(workspace, list(COLUMNS))
    found = resolve_sources(articles, credits)
    yield from report_tables({name: write_table(workspace, name, getattr(found, name)) for name in TABLES})
