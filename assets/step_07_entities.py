"""Step 7: the people, organizations and places that articles name, each under one name."""

from collections.abc import Iterator
from functools import partial

import dagster as dg

from assets import entities
from assets.entities.recognize import open_backend, recognize_names
from assets.entities.resolve import resolve_entities
from assets.progress import announce
from assets.relate_articles import keep_by_article, relate_articles
from assets.table_assets import report_tables, table_spec
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace

TABLES = ("entities", "entity_aliases", "article_entities", "mentions", "suspicions")


@dg.multi_asset(name="find_entities", specs=[table_spec(name, ["story_members"]) for name in TABLES])
def find_entities(workspace: dg.ResourceParam[Workspace]) -> Iterator[dg.MaterializeResult]:
    """Recognise names article by article, then bring the spellings of each entity together."""
    announce("finding people, organizations and places")
    articles = relate_articles(workspace)
    backend = open_backend(None)
    version = f"{entities.VERSION}-{backend.name}"
    recognize = partial(recognize_names, backend=backend)
    names = keep_by_article(workspace, "entities", version, recognize)
    members = read_table(workspace, "story_members").select("story_id", "article_id")
    found = resolve_entities(articles, names, members)
    yield from report_tables({name: write_table(workspace, name, getattr(found, name)) for name in TABLES})
