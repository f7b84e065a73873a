"""`broadsheet export`: rows of the published warehouse as a file."""

from pathlib import Path

import duckdb

from assets.errors import BroadsheetError
from assets.warehouse.export import export_query
from assets.warehouse.query import TABLES, explain_failure, open_published
from assets.warehouse.workspace import open_workspace


def export_rows(what: str, path: Path) -> None:
    """Write a table, mart or query to `path`. Raises BroadsheetError when it cannot."""
    query = what if " " in what.strip() else f"from {what}"
    with open_published(open_workspace()) as connection:
        try:
            rows = export_query(connection, query, path)
        except duckdb.Error as error:
            raise BroadsheetError("Cannot export", where=what, why=explain_failure(error), do=TABLES) from error
        except OSError as error:
            do = "Name a file in a folder that is there and can be written."
            raise BroadsheetError("Cannot export", where=str(path), why=explain_failure(error), do=do) from error
    print(f"{rows} rows written to {path}")
