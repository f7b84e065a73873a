"""Step 9: what each article is about, in the subjects of the IPTC Media Topics."""

from collections.abc import Iterator

import dagster as dg

from assets import topics
from assets.progress import announce
from assets.relate_articles import keep_by_article
from assets.table_assets import report_tables, table_spec
from assets.topics.tag import tag_articles
from assets.topics.vocabulary import topic_table
from assets.warehouse.tables import write_table
from assets.warehouse.workspace import Workspace


@dg.multi_asset(
    name="tag_topics", specs=[table_spec(name, ["trimmed_articles"]) for name in ("topics", "article_topics")]
)
def tag_topics(workspace: dg.ResourceParam[Workspace]) -> Iterator[dg.MaterializeResult]:
    """Weigh the words of each article against the lexicon of each subject."""
    announce("tagging topics")
    tags = keep_by_article(workspace, "topics", topics.VERSION, tag_articles)
    frames = {"topics": topic_table(), "article_topics": tags}
    yield from report_tables({name: write_table(workspace, name, frame) for name, frame in frames.items()})
