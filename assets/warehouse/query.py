"""Ask the published warehouse, read-only."""

import duckdb

from assets.errors import BroadsheetError
from assets.warehouse.workspace import Workspace


def open_published(workspace: Workspace) -> duckdb.DuckDBPyConnection:
    """A read-only connection to what was last published. Raises BroadsheetError when there is nothing yet."""
    if not workspace.published.exists():
        raise BroadsheetError(
            "There is no warehouse yet",
            where=str(workspace.published),
            why="nothing was published",
            do="Run `make run` (or `broadsheet run`) first.",
            exit_code=2,
        )
    return duckdb.connect(str(workspace.published), read_only=True)
