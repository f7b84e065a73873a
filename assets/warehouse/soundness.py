"""Is what is stored still what was written? Looked at by `broadsheet doctor`, set right by `broadsheet rebuild`; a run
that comes upon damage sets it aside.

Put here: finding and setting aside what is damaged. Keep out: making it anew, which is what any run does.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb
import polars as pl

from assets.errors import BroadsheetError
from assets.warehouse.connect import connect
from assets.warehouse.files import UNREADABLE, UnreadableFileError, is_damaged, read_parquet
from assets.warehouse.fingerprint import hash_warehouse, hash_work_database
from assets.warehouse.lock import is_held_here
from assets.warehouse.workspace import Workspace

# The only table between steps that is not made from others: what the last scan saw.
_MEMORY = "raw_entries.parquet"


class DamagedFileError(BroadsheetError):
    """A file that runs keep could not be read; a run has set it aside, so that the next one makes it anew."""


def read_kept(
    workspace: Workspace,
    path: Path,
    columns: Sequence[str] | None = None,
    where: pl.Expr | None = None,
    first: int | None = None,
) -> pl.DataFrame:
    """Columns and rows, or the `first` so many, of a Parquet file of the work folder.

    Raises DamagedFileError; in a run, what is damaged is then out of the way of the next one.
    """
    try:
        return read_parquet(path, columns, where, first)
    except UnreadableFileError as error:
        do = "`broadsheet rebuild` sets it aside and makes it anew."
        if is_held_here(workspace.lock_file):
            broken = _move_aside(workspace, _whole(workspace, path))
            do = f"It was set aside in {broken}; run again, and what was in it is made anew."
        raise DamagedFileError("A kept file is damaged", where=str(path), why=str(error), do=do) from error


def read_kept_files(workspace: Workspace, paths: Sequence[str], columns: Sequence[str]) -> pl.DataFrame:
    """Columns of many Parquet files of the work folder, with the same types, and `path`: the file a row is from.

    Read together: a year of daily runs leaves hundreds of small ones. Raises DamagedFileError as `read_kept` does.
    """
    try:
        return pl.scan_parquet(paths, include_file_paths="path").select(*columns, "path").collect()
    except UNREADABLE:
        # Which one is it?
        parts = (read_kept(workspace, Path(path), columns).with_columns(path=pl.lit(path)) for path in paths)
        return pl.concat(parts)


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
    wholes = sorted({_whole(workspace, path) for path in damaged_files(workspace)})
    for whole in wholes:
        _move_aside(workspace, whole)
    return wholes


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
    with connect(database, read_only=True) as connection:
        tables = connection.execute(query).fetchall()
        return sum(_read_rows(connection, f'"{schema}"."{table}"') for schema, table in tables)


def is_rightly_named(work_database: Path) -> bool:
    """The sums that are kept in the work database, by which its builds are named, are those of its rows."""
    with connect(work_database, read_only=True) as connection:
        return hash_work_database(connection) == hash_warehouse(connection)


def _read_rows(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    query = f"select count(*), bit_xor(md5_number_lower(t::varchar)) from {table} t"
    return connection.execute(query).fetchall()[0][0]


def _whole(workspace: Workspace, path: Path) -> Path:
    """What a file is part of: a batch of the parsed store or all kept results of a stage; else the file itself."""
    parts = path.relative_to(workspace.work_dir).parts
    return path if parts[0] == "tables" else path.parent


def _move_aside(workspace: Workspace, whole: Path) -> Path:
    broken = workspace.work_dir / "broken"
    broken.mkdir(exist_ok=True)
    name = "-".join(whole.relative_to(workspace.work_dir).parts)
    return whole.replace(broken / f"{len(list(broken.iterdir())):03}-{name}")
