"""Step 7: the people, organizations and places that articles name, each under one name."""

from collections.abc import Iterator
from functools import partial

import dagster as dg

from assets import entities
from assets.article_texts import body_reader
from assets.entities.backends import open_backend
from assets.entities.recognize import recognize_names
from assets.entities.resolve import resolve_entities
from assets.name_workers import on_all_cores
from assets.progress import announce
from assets.relate_articles import article_index, keep_by_article
from assets.table_assets import report_tables, table_spec, table_step
from assets.warehouse.features import keep_features
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace

TABLES = ("entities", "entity_aliases", "article_entities", "mentions", "suspicions")


@table_step(name="find_entities", specs=[table_spec(name, ["story_members"]) for name in TABLES])
def find_entities(workspace: Workspace) -> Iterator[dg.MaterializeResult]:
    """Recognise names article by article, then bring the spellings of each entity together."""
    announce("finding people, organizations and places")
    backend = on_all_cores(open_backend(None))
    keep_spans = partial(keep_features, workspace, "entity_spans", backend.version)
    recognize = partial(recognize_names, backend=backend, keep_spans=keep_spans)
    names = keep_by_article(workspace, "entities", f"{entities.VERSION}-{backend.version}", recognize)
    members = read_table(workspace, "story_members").select("story_id", "article_id")
    found = resolve_entities(article_index(workspace), names, members, read_bodies=body_reader(workspace))
    yield from report_tables({name: write_table(workspace, name, getattr(found, name)) for name in TABLES})
