"""Step 6: which articles report the same event."""

from collections.abc import Iterator

import dagster as dg

from assets import stories
from assets.progress import announce
from assets.relate_articles import keep_by_article, relate_articles
from assets.stories.clusters import cluster_stories
from assets.stories.weights import weigh_articles
from assets.table_assets import report_tables, table_spec
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace


@dg.multi_asset(
    name="group_stories",
    specs=[table_spec(name, ["article_copies"]) for name in ("stories", "story_members")],
)
def group_stories(workspace: dg.ResourceParam[Workspace]) -> Iterator[dg.MaterializeResult]:
    """Group canonical articles by what they are about and when; copies follow their canonical article."""
    announce("grouping articles into stories")
    articles = relate_articles(workspace)
    weights = keep_by_article(workspace, "stories", stories.VERSION, weigh_articles, own_text=True)
    found = cluster_stories(articles, read_table(workspace, "article_copies"), weights)
    frames = {"stories": found.stories, "story_members": found.story_articles}
    yield from report_tables({name: write_table(workspace, name, frame) for name, frame in frames.items()})
