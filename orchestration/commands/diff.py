"""`broadsheet diff`: what the next publish would change, table by table and field by field."""

from rich.console import Console

from assets.errors import BroadsheetError
from assets.warehouse.difference import compare_fields, compare_tables, open_both
from assets.warehouse.workspace import open_workspace


def show_differences() -> None:
    """Print added, removed and changed rows by table, then old and new values of articles' fields."""
    workspace = open_workspace()
    if not (workspace.work_database.exists() and workspace.published.exists()):
        raise BroadsheetError(
            "Nothing to compare",
            where=str(workspace.warehouse_dir),
            why="there was no run yet",
            do="Run `broadsheet run`.",
        )
    console = Console(highlight=False, soft_wrap=True)
    with open_both(workspace) as connection:
        tables = compare_tables(connection)
        if not tables:
            console.print("No differences: readers see what the last run made.")
        for table in tables:
            console.print(f"[bold]{table.table}[/]  +{table.added}  -{table.removed}  ~{table.changed}")
        for field in compare_fields(connection, "articles"):
            console.print(f"\n[bold]articles.{field.column}[/] differs in {field.rows} rows")
            for old, new in field.examples:
                console.print(f"  {old!r} -> {new!r}", markup=False)
