"""`broadsheet why`: from a row down to the bytes it came from, and the reasons on the way.

The questions are the files of sql/why/<kind>/, in order; each takes one parameter: what the user named.
"""

import duckdb
from rich.console import Console

from assets.contract.catalog import SQL_DIR
from assets.errors import BroadsheetError
from assets.warehouse.query import open_published
from assets.warehouse.workspace import Workspace, open_workspace

# Where a name is looked for, in this order; the start of an id will do.
_KINDS = {
    "file": "select path from files where path = $1 or path like '%/' || $1 or file_id = $1",
    "article": "select article_id from articles where starts_with(article_id, $1)",
    "story": "select story_id from stories where starts_with(story_id, $1)",
    "record": "select record_id from records where starts_with(record_id, $1)",
}


def explain(what: str) -> None:
    """Print everything that leads to `what`. Raises BroadsheetError when the warehouse knows nothing of that name."""
    workspace = open_workspace()
    with open_published(workspace) as connection:
        kind, found = _find(connection, workspace, what)
        for path in sorted((SQL_DIR / "why" / kind).glob("*.sql")):
            heading, _, query = path.read_text(encoding="utf-8").partition("\n")
            _answer(connection, heading.removeprefix("-- "), query, found)


def _answer(connection: duckdb.DuckDBPyConnection, heading: str, query: str, found: str) -> None:
    """Print the rows under their heading; nothing when there are none."""
    relation = connection.sql(query, params=[found])
    if relation.limit(1).fetchall():
        Console(highlight=False).print(f"\n[bold]{heading}[/]")
        relation.show(max_rows=60, max_width=180)


def _find(connection: duckdb.DuckDBPyConnection, workspace: Workspace, what: str) -> tuple[str, str]:
    """The kind of thing that is meant, and its full name."""
    name = what.removeprefix(f"{workspace.raw_dir}/").removeprefix("data/raw/")
    for kind, query in _KINDS.items():
        rows = connection.execute(f"select distinct * from ({query}) order by 1 limit 6", [name]).fetchall()
        matches = [row[0] for row in rows]
        if len(matches) == 1 or name in matches:
            return kind, name if name in matches else matches[0]
        if matches:
            raise _unclear(what, f"it fits {', '.join(matches)}", "Give more of it.")
    raise _unclear(what, "no file, article, story or record is called that", "See `select path from files`.")


def _unclear(what: str, why: str, do: str) -> BroadsheetError:
    return BroadsheetError("Cannot explain that", where=what, why=why, do=do, exit_code=2)
