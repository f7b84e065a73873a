"""Step 8: who said what."""

from collections.abc import Iterator

import dagster as dg

from assets.progress import announce
from assets.quotes.extract import extract_quotes
from assets.relate_articles import relate_articles
from assets.table_assets import report_tables, table_spec
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace


@dg.multi_asset(name="find_quotes", specs=[table_spec("quotes", ["mentions", "entities"])])
def find_quotes(workspace: dg.ResourceParam[Workspace]) -> Iterator[dg.MaterializeResult]:
    """Find quotations with their speakers, and group the same quotation across articles."""
    announce("finding quotations")
    mentions, entities = read_table(workspace, "mentions"), read_table(workspace, "entities")
    quotes = extract_quotes(relate_articles(workspace), mentions, entities)
    yield from report_tables({"quotes": write_table(workspace, "quotes", quotes)})
