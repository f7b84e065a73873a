"""Step 1: what is in the raw folder. Nothing is parsed here; files are hashed when they are new or changed."""

from collections.abc import Iterator

import dagster as dg

from assets.progress import announce
from assets.raw_folder import no_files, scan_raw
from assets.table_assets import PARSE, report_tables, table_spec
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace, clear_unfinished


@dg.multi_asset(name="scan_raw_folder", specs=[table_spec("raw_entries", group=PARSE)])
def scan_raw_folder(workspace: dg.ResourceParam[Workspace]) -> Iterator[dg.MaterializeResult]:
    """Compare the raw folder with the last scan."""
    announce("looking through the raw folder")
    clear_unfinished(workspace)
    entries = write_table(workspace, "raw_entries", scan_raw(workspace, read_table(workspace, "raw_entries")))
    if entries.is_empty():
        raise no_files(workspace, "it is empty")
    yield from report_tables({"raw_entries": entries})
