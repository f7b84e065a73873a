"""Step 4: what each outlet repeats from article to article, and what is left of an article without it."""

from collections.abc import Iterator

import dagster as dg

from assets import boilerplate
from assets.article_texts import parsed_body_reader, read_parsed_articles, trim_articles
from assets.boilerplate.learn import learn_boilerplate
from assets.boilerplate.sketch import sketch_paragraphs
from assets.progress import announce
from assets.relate_articles import article_index
from assets.table_assets import report_tables, table_spec, table_step
from assets.warehouse.features import keep_features
from assets.warehouse.tables import write_table
from assets.warehouse.workspace import Workspace

TABLES = ("boilerplate", "repeated_paragraphs", "trimmed_articles")


@table_step(name="learn_boilerplate", specs=[table_spec(name, ["article_sources"]) for name in TABLES])
def learn_repeated_paragraphs(workspace: Workspace) -> Iterator[dg.MaterializeResult]:
    """Learn the paragraphs that an outlet repeats over different articles, and name what is left without them."""
    announce("learning what outlets repeat")
    index = article_index(workspace, trimmed=False)
    sketches = keep_features(
        workspace,
        "boilerplate",
        boilerplate.VERSION,
        index,
        lambda new: sketch_paragraphs(read_parsed_articles(workspace, new["article_id"])),
    )
    learned = learn_boilerplate(index, sketches, parsed_body_reader(workspace))
    frames = {
        "boilerplate": learned.boilerplate,
        "repeated_paragraphs": learned.repeated_paragraphs,
        "trimmed_articles": trim_articles(workspace, learned.repeated_paragraphs),
    }
    yield from report_tables({name: write_table(workspace, name, frame) for name, frame in frames.items()})
