"""Put a finished warehouse in front of readers in one instant, and never touch a file that a reader may hold.

Copy, add what readers need (comments, marts), query it, flush it to disk, move it to `.builds/<id>/`, swap the link.
Never rename over a database file: a reader's left-over write-ahead log would be replayed into the new one
(docs/adr/0002).
"""

import shutil
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from assets.contract.catalog import load_tables
from assets.errors import BroadsheetError
from assets.warehouse.connect import connect
from assets.warehouse.database import STORAGE_VERSION, comment_statements, guard_work_database
from assets.warehouse.faults import fault_point
from assets.warehouse.files import cannot_write, flush_file, flush_folder, is_out_of_room
from assets.warehouse.fingerprint import hash_work_database
from assets.warehouse.marts import create_marts, load_marts
from assets.warehouse.owned_rows import SCHEMA as LOADING
from assets.warehouse.search import create_search
from assets.warehouse.standing import standing_build
from assets.warehouse.workspace import PROJECT_DIR, Workspace

KEPT_BUILDS = 3


@dataclass(frozen=True)
class Published:
    """The build that readers see now; `is_new` is False when nothing had changed."""

    build_id: str
    path: Path
    is_new: bool


def publish(workspace: Workspace) -> Published:
    """Publish the work database when its rows differ from what readers see. Raises BroadsheetError when it cannot."""
    build_id = standing_build(workspace) or _name_build(workspace)
    build = workspace.builds_dir / build_id
    if current_build(workspace) == build_id and (build / "news.duckdb").exists():
        return Published(build_id, workspace.published, is_new=False)
    try:
        if not (build / "news.duckdb").exists():
            _make_build(workspace, build)
        fault_point("before_swap")
        _swap_link(workspace, build)
        fault_point("after_swap")
    except (OSError, duckdb.Error) as error:
        raise _explain(workspace, error) from error
    _remove_old_builds(workspace)
    return Published(build_id, workspace.published, is_new=True)


def _name_build(workspace: Workspace) -> str:
    """The hash of every row of the work database."""
    with guard_work_database(workspace), connect(workspace.work_database, read_only=True) as connection:
        return hash_work_database(connection)


def retire_current_build(workspace: Workspace) -> None:
    """Give the build that readers see another name, so that the next publish makes it anew. Readers notice nothing."""
    build_id = current_build(workspace)
    if build_id is None or not workspace.published.exists():
        return
    retired = workspace.builds_dir / f"{build_id}-retired"
    shutil.rmtree(retired, ignore_errors=True)
    retired.mkdir()
    (retired / "news.duckdb").hardlink_to(workspace.published.resolve())
    _swap_link(workspace, retired)
    shutil.rmtree(workspace.builds_dir / build_id)


def current_build(workspace: Workspace) -> str | None:
    """Id of the build that the link points to; None when nothing was published."""
    return workspace.published.readlink().parent.name if workspace.published.is_symlink() else None


def _make_build(workspace: Workspace, build: Path) -> None:
    """Make the build aside and rename it into place; nothing of it is left when that fails."""
    aside = workspace.builds_dir / ".aside"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    try:
        _fill_build(workspace, aside / "news.duckdb", build.name)
        fault_point("before_build_rename")
        shutil.rmtree(build, ignore_errors=True)
        aside.replace(build)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    flush_folder(workspace.builds_dir)


def _fill_build(workspace: Workspace, database: Path, build_id: str) -> None:
    shutil.copyfile(workspace.work_database, database)
    fault_point("after_copy")
    _dress(database, build_id)
    _smoke_test(database)
    flush_file(database)
    flush_folder(database.parent)
    database.chmod(0o444)


def _dress(database: Path, build_id: str) -> None:
    """Comments, marts and the row that says which build this is, in one transaction: each has its flush to disk."""
    with connect(database, config={"storage_compatibility_version": STORAGE_VERSION}) as connection:
        connection.execute("begin")
        connection.execute(f"drop schema if exists {LOADING} cascade")
        for table in load_tables("tables").values():
            for statement in comment_statements(table):
                connection.execute(statement)
        create_marts(connection)
        create_search(connection)
        connection.execute("create table build (build_id varchar, published_at timestamp, broadsheet_version varchar)")
        row = [build_id, datetime.now(UTC).replace(tzinfo=None), _version()]
        connection.execute("insert into build values (?, ?, ?)", row)
        connection.execute("commit")
        connection.execute("checkpoint")


def _smoke_test(database: Path) -> None:
    with connect(database, read_only=True) as connection:
        for name in load_tables("tables"):
            connection.execute(f"select count(*) from {name}").fetchall()
        for mart in load_marts():
            # Bound, not read: a few rows can take DuckDB as long as all of them; the marts are read after this.
            connection.execute(f"describe marts.{mart.name}").fetchall()
        connection.execute("from search('anything')").fetchall()


def _swap_link(workspace: Workspace, build: Path) -> None:
    link = workspace.published
    if link.exists() and not link.is_symlink():
        raise BroadsheetError(
            "Cannot publish over a file that is not ours",
            where=str(link),
            why="it is a plain file, not the link to the newest build",
            do="Move it away and run again.",
        )
    aside = link.with_name(".news.duckdb.aside")
    aside.unlink(missing_ok=True)
    aside.symlink_to(Path(".builds") / build.name / "news.duckdb")
    aside.replace(link)
    flush_folder(workspace.warehouse_dir)


def _remove_old_builds(workspace: Workspace) -> None:
    """Keep the newest builds; readers that hold an older one open keep it until they close it."""
    current = current_build(workspace)
    builds = sorted(workspace.builds_dir.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    others = [path for path in builds if path.name != current]
    for path in others[KEPT_BUILDS - 1 :]:
        shutil.rmtree(path, ignore_errors=True)


def _explain(workspace: Workspace, error: Exception) -> BroadsheetError:
    """What stopped a publish, for a user: the disk, or a build that does not pass its own test."""
    if isinstance(error, OSError) or is_out_of_room(error):
        return cannot_write(workspace.builds_dir, error)
    return BroadsheetError(
        "The new build cannot be used, nothing was published",
        where=str(workspace.builds_dir),
        why=str(error).partition("\n")[0],
        do="Run `broadsheet doctor`; readers still see the last build.",
    )


def _version() -> str:
    with (PROJECT_DIR / "pyproject.toml").open("rb") as handle:
        return tomllib.load(handle)["project"]["version"]
