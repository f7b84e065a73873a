"""Step 8: who said what."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from assets import quotes
from assets.article_texts import read_articles
from assets.progress import announce
from assets.quotes.extract import read_quotes
from assets.quotes.grouping import group_quotes
from assets.quotes.identity import name_readings
from assets.relate_articles import article_index
from assets.table_assets import report_tables, table_spec, table_step
from assets.warehouse.features import keep_features
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace


@table_step(name="find_quotes", specs=[table_spec("quotes", ["mentions", "entities"])])
def find_quotes(workspace: Workspace) -> Iterator[dg.MaterializeResult]:
    """Read again the articles whose text or names changed; group the same quotation across articles."""
    announce("finding quotations")
    mentions, index = read_table(workspace, "mentions"), article_index(workspace)

    def read(new: pl.DataFrame) -> pl.DataFrame:
        named = mentions.filter(pl.col("article_id").is_in(new["article_id"].implode()))
        return read_quotes(read_articles(workspace, new["article_id"]), named)

    kept = keep_features(workspace, "quotes", quotes.VERSION, name_readings(index, mentions), read)
    yield from report_tables({"quotes": write_table(workspace, "quotes", group_quotes(kept, index))})
