"""Is what is stored still what was written? Looked at by `broadsheet doctor`, set right by `broadsheet rebuild`.

Put here: finding and setting aside what is damaged. Keep out: making it anew, which is what any run does.
"""

import shutil
from pathlib import Path

import duckdb

from assets.warehouse.files import is_damaged
from assets.warehouse.workspace import Workspace

# The only table between steps that is not made from others: what the last scan saw.
_MEMORY = "raw_entries.parquet"


def damaged_files(workspace: Workspace) -> list[Path]:
    """Parquet files of the work folder whose bytes are not those that were written, in order of their paths."""
    kept = (
        path for part in ("parsed", "features", "tables") for path in (workspace.work_dir / part).rglob("*.parquet")
    )
    return [path for path in sorted(kept) if is_damaged(path)]


def set_damaged_aside(workspace: Workspace) -> list[Path]:
    """Move every damaged file into the folder `broken`, a batch of the parsed store as a whole; returns what was moved.

    What was in them is made anew by the next run: files of a batch are parsed again as far as they are still there.
    """
    parsed = workspace.work_dir / "parsed"
    wholes = {path.parent if parsed in path.parents else path for path in damaged_files(workspace)}
    for number, whole in enumerate(sorted(wholes), start=_next_number(workspace)):
        name = "-".join(whole.relative_to(workspace.work_dir).parts)
        (workspace.work_dir / "broken").mkdir(exist_ok=True)
        whole.replace(workspace.work_dir / "broken" / f"{number:03}-{name}")
    return sorted(wholes)


def forget_results(workspace: Workspace) -> None:
    """Delete all that follows from the parsed store and the last scan: kept features, tables, the work database."""
    shutil.rmtree(workspace.work_dir / "features", ignore_errors=True)
    tables = (path for path in (workspace.work_dir / "tables").glob("*.parquet") if path.name != _MEMORY)
    for path in (*tables, *workspace.work_dir.glob("news.duckdb*")):
        path.unlink()


def read_every_row(database: Path) -> int:
    """How many rows the tables of a database have, each of them read: a damaged block shows only when it is read.

    Raises duckdb.Error when the file is damaged.
    """
    query = "select schema_name, table_name from duckdb_tables() where not internal and not temporary order by all"
    with duckdb.connect(str(database), read_only=True) as connection:
        tables = connection.execute(query).fetchall()
        return sum(_read_rows(connection, f'"{schema}"."{table}"') for schema, table in tables)


def _read_rows(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    query = f"select count(*), bit_xor(md5_number_lower(t::varchar)) from {table} t"
    return connection.execute(query).fetchall()[0][0]


def _next_number(workspace: Workspace) -> int:
    broken = workspace.work_dir / "broken"
    return len(list(broken.iterdir())) if broken.exists() else 0
