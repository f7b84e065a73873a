"""Step 6: which articles report the same event."""

from collections.abc import Iterator

import dagster as dg

from assets import stories
from assets.article_vectors import keep_vectors
from assets.progress import announce
from assets.relate_articles import article_index, keep_by_article
from assets.stories.clusters import Kept, SentenceVectors, cluster_stories
from assets.stories.weights import weigh_articles
from assets.table_assets import report_tables, table_spec, table_step
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace

# What the next run reads comes last: a run that dies before leaves the older one, which is as good.
TABLES = ("stories", "story_members", "story_changes", "story_places")


@table_step(name="group_stories", specs=[table_spec(name, ["article_copies"]) for name in TABLES])
def group_stories(workspace: Workspace) -> Iterator[dg.MaterializeResult]:
    """Group canonical articles by what they are about and when; copies follow their canonical article."""
    announce("grouping articles into stories")
    weights = keep_by_article(workspace, "stories", stories.VERSION, weigh_articles, own_text=True)
    vectors = keep_vectors(workspace)
    found = cluster_stories(
        article_index(workspace),
        read_table(workspace, "article_copies"),
        weights,
        vectors=SentenceVectors(vectors.model.name, vectors.frame) if vectors else None,
        kept=_read_kept(workspace),
    )
    yield from report_tables({name: write_table(workspace, name, getattr(found, name)) for name in TABLES})


def _read_kept(workspace: Workspace) -> Kept:
    return Kept(*(read_table(workspace, name) for name in ("story_places", "story_changes")))
