"""Ask the published warehouse, read-only."""

import duckdb

from assets.errors import BroadsheetError
from assets.warehouse.connect import connect
from assets.warehouse.workspace import Workspace

TABLES = 'See the tables: broadsheet sql "show all tables".'


def explain_failure(error: Exception) -> str:
    """What DuckDB says of a query that it cannot run: what is wrong, then the names that it knows instead."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    hints = [line for line in lines[1:] if line.startswith(("Did you mean", "Candidate"))]
    return " ".join([lines[0], *hints])


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
    return connect(workspace.published, read_only=True)
