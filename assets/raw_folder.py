"""Looking through the raw folder, and what a user is told when nothing can be read there."""

import time

import polars as pl

from assets.accounting.manifest import merge_scan
from assets.errors import BroadsheetError
from assets.reading.discovery import SETTLE_SECONDS, scan_folder
from assets.warehouse.workspace import Workspace


def scan_raw(workspace: Workspace, known: pl.DataFrame) -> pl.DataFrame:
    """Entries of the last scan, `known`, brought up to date. Raises BroadsheetError when the folder cannot be read."""
    try:
        scan = scan_folder(
            workspace.raw_dir, known, today=workspace.today, now_ns=time.time_ns(), settle_seconds=SETTLE_SECONDS
        )
    except OSError as error:
        raise no_files(workspace, error.strerror or str(error)) from error
    return merge_scan(known, scan)


def no_files(workspace: Workspace, why: str) -> BroadsheetError:
    """Nothing to read: where, why, and what to do."""
    return BroadsheetError(
        "No files to read in the raw folder",
        where=str(workspace.raw_dir),
        why=why,
        do="Put article files there, or set BROADSHEET_RAW_DIR to the folder that holds them.",
        exit_code=2,
    )
