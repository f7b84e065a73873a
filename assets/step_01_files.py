"""Step 1: what is in the raw folder. Nothing is parsed here; files are hashed when they are new or changed."""

import time
from collections.abc import Iterator

import dagster as dg
import polars as pl

from assets.accounting.manifest import merge_scan
from assets.errors import BroadsheetError
from assets.progress import announce
from assets.reading.discovery import SETTLE_SECONDS, scan_folder
from assets.table_assets import PARSE, report_tables, table_spec
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace, clear_unfinished


@dg.multi_asset(name="scan_raw_folder", specs=[table_spec("raw_entries", group=PARSE)])
def scan_raw_folder(workspace: dg.ResourceParam[Workspace]) -> Iterator[dg.MaterializeResult]:
    """Compare the raw folder with the last scan."""
    announce("looking through the raw folder")
    clear_unfinished(workspace)
    known = read_table(workspace, "raw_entries")
    entries = write_table(workspace, "raw_entries", merge_scan(known, _scan(workspace, known)))
    if entries.is_empty():
        raise _no_files(workspace, "it is empty")
    yield from report_tables({"raw_entries": entries})


def _scan(workspace: Workspace, known: pl.DataFrame) -> pl.DataFrame:
    try:
        return scan_folder(
            workspace.raw_dir, known, today=workspace.today, now_ns=time.time_ns(), settle_seconds=SETTLE_SECONDS
        )
    except OSError as error:
        raise _no_files(workspace, error.strerror or str(error)) from error


def _no_files(workspace: Workspace, why: str) -> BroadsheetError:
    return BroadsheetError(
        "No files to read in the raw folder",
        where=str(workspace.raw_dir),
        why=why,
        do="Put article files there, or set BROADSHEET_RAW_DIR to the folder that holds them.",
        exit_code=2,
    )
