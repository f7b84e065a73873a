"""Step 5: which articles share text: copies, excerpts, reuse, later versions; each pair with its evidence."""

from collections.abc import Iterator

import dagster as dg

from assets import dedupe
from assets.article_texts import body_reader
from assets.dedupe.copies import find_copies
from assets.dedupe.fingerprints import fingerprint_articles
from assets.dedupe.judged import Judged
from assets.progress import announce
from assets.relate_articles import article_index, keep_by_article
from assets.table_assets import report_tables, table_spec, table_step
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace

TABLES = ("duplicates", "duplicate_groups", "article_copies")
# What the next run need not do again.
KEPT = ("judged_pairs", "common_values", "compared_texts")


@table_step(
    name="find_duplicates",
    specs=[table_spec(name, ["stated_credits", "trimmed_articles"]) for name in TABLES],
)
def find_duplicates(workspace: Workspace) -> Iterator[dg.MaterializeResult]:
    """Compare articles by sampled word runs, verify candidates word by word, choose the canonical copies."""
    announce("comparing articles for shared text")
    copies = find_copies(
        article_index(workspace),
        keep_by_article(workspace, "dedupe", dedupe.VERSION, fingerprint_articles, own_text=True),
        read_table(workspace, "stated_credits"),
        Judged(**{name: read_table(workspace, name) for name in KEPT}),
        read_bodies=body_reader(workspace, own_text=True),
    )
    frames = {name: write_table(workspace, name, getattr(copies, name)) for name in TABLES}
    # A crash in between leaves no compared texts: the next run compares all of them.
    write_table(workspace, KEPT[-1], copies.judged.compared_texts.clear())
    for name in KEPT:
        write_table(workspace, name, getattr(copies.judged, name))
    yield from report_tables(frames)
