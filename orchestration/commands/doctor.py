"""`broadsheet doctor`: look at everything a run depends on, change nothing, say what to do."""

import importlib.metadata
import os
import platform
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import typer
from rich.console import Console
from rich.markup import escape

from assets.errors import BroadsheetError
from assets.warehouse.lock import HELD, hold_lock
from assets.warehouse.parsed import parsed_versions, unused_batches
from assets.warehouse.publish import current_build
from assets.warehouse.soundness import damaged_files, is_rightly_named, read_every_row
from assets.warehouse.workspace import Workspace, open_workspace
from orchestration.home import dagster_home

LOW_DISK_BYTES = 500_000_000
Finding = tuple[bool, str]


def examine() -> None:
    """Print one line a finding; exit code 1 when something needs attention."""
    workspace = open_workspace()
    console = Console(highlight=False, soft_wrap=True)
    findings = [finding for look in _LOOKS for finding in look(workspace)]
    for is_well, text in findings:
        console.print(f"[green]ok[/]    {escape(text)}" if is_well else f"[red]look[/]  {escape(text)}")
    if not all(is_well for is_well, _ in findings):
        raise typer.Exit(1)


def _versions(_workspace: Workspace) -> Iterator[Finding]:
    names = ("dagster", "duckdb", "polars", "pyarrow")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)
    yield True, f"Python {platform.python_version()}, {versions}"


def _folders(workspace: Workspace) -> Iterator[Finding]:
    is_readable = workspace.raw_dir.is_dir() and os.access(workspace.raw_dir, os.R_OK | os.X_OK)
    yield (
        is_readable,
        f"raw folder {workspace.raw_dir}" + ("" if is_readable else ": cannot be read; set BROADSHEET_RAW_DIR"),
    )
    parent = workspace.warehouse_dir if workspace.warehouse_dir.exists() else workspace.warehouse_dir.parent
    is_writable = os.access(parent, os.W_OK)
    yield is_writable, f"warehouse folder {workspace.warehouse_dir}" + ("" if is_writable else ": cannot be written")
    if parent.exists():
        free = shutil.disk_usage(parent).free
        yield free > LOW_DISK_BYTES, f"{free / 1e9:.1f} GB of disk free"


def _lock(workspace: Workspace) -> Iterator[Finding]:
    if not workspace.warehouse_dir.exists():
        return
    try:
        with hold_lock(workspace.lock_file, wait_seconds=0):
            yield True, "no run is at work"
    except BroadsheetError as error:
        yield error.exit_code == HELD, str(error)


def _left_overs(workspace: Workspace) -> Iterator[Finding]:
    found = sorted(path for path in workspace.warehouse_dir.rglob("*.aside*") if path.is_dir() or path.is_file())
    if found:
        yield (
            True,
            f"left over from a run that died, the next run replaces it: {', '.join(str(path) for path in found)}",
        )
    broken = workspace.work_dir / "broken"
    if broken.exists():
        yield True, f"databases set aside earlier: {broken} (can be deleted)"


def _work_database(workspace: Workspace) -> Iterator[Finding]:
    path, do = workspace.work_database, "run `broadsheet rebuild`"
    found = list(_database(path, "work database", do))
    yield from found
    if path.exists() and all(is_well for is_well, _ in found) and not is_rightly_named(path):
        yield False, f"work database: the rows in {path} do not add up to the sums that name its builds; {do}"


def _published(workspace: Workspace) -> Iterator[Finding]:
    if workspace.published.exists() and not workspace.published.is_symlink():
        yield (
            False,
            f"{workspace.published} is a plain file, not the link to a build: move it away, then `broadsheet run`",
        )
        return
    if not workspace.published.is_symlink():
        yield True, "nothing is published yet: run `broadsheet run`"
        return
    name = f"published build {current_build(workspace)}"
    yield from _database(
        workspace.published.resolve(), name, "run `broadsheet rebuild`; an older build may be in .builds"
    )


def _database(path: Path, name: str, do: str) -> Iterator[Finding]:
    if not path.exists():
        is_made_anyway = name == "work database"
        do = "the next run makes it" if is_made_anyway else "`broadsheet run` makes it again from what is kept"
        yield is_made_anyway, f"{name}: there is no {path}; {do}"
        return
    try:
        yield True, f"{name}: {read_every_row(path):,} rows read"
    except duckdb.Error as error:
        yield False, f"{name}: {path} cannot be read ({str(error).splitlines()[0]}); {do}"


def _stored_files(workspace: Workspace) -> Iterator[Finding]:
    damaged = damaged_files(workspace)
    for path in damaged:
        yield False, f"damaged: {path}; run `broadsheet rebuild`"
    if not damaged:
        yield True, "what is kept between runs is as it was written"


def _unused(workspace: Workspace) -> Iterator[Finding]:
    for path in unused_batches(workspace):
        text = f"not used, written by another version or damaged: {path}; the next run parses its files again"
        yield True, f"{text}; articles whose files are gone are in it alone"


def _parser(workspace: Workspace) -> Iterator[Finding]:
    try:
        behind = older_files(workspace)
    except BroadsheetError as error:
        yield False, str(error)
        return
    if behind:
        yield (
            True,
            f"{behind} files were parsed by an older version: `broadsheet reparse --from DAY --to DAY` renews them",
        )


def older_files(workspace: Workspace) -> int:
    """How many files were parsed by a version of the reader or the parser that is not the present one."""
    from assets.parse_task import PARSER_VERSION

    versions = parsed_versions(workspace)["parser_version"]
    return int((versions != PARSER_VERSION).sum())


def _dead_runs(workspace: Workspace) -> Iterator[Finding]:
    """Runs that Dagster takes for living, while nobody holds the lock."""
    home = dagster_home()
    if not (home / "dagster.yaml").exists() or not _is_free(workspace):
        return
    import dagster as dg

    from orchestration.history import dead_runs

    try:
        with dg.DagsterInstance.from_config(str(home)) as instance:
            found = len(dead_runs(instance))
    except Exception as error:  # Whatever its settings or its database hold: YAML, SQLite and Dagster raise their own.
        why = " ".join(str(error).split())[:200]
        yield (
            False,
            f"the history of runs in {home} cannot be read ({why}); move that folder away, the next run makes it",
        )
        return
    if found:
        yield True, f"{found} runs were killed and are recorded as started: the next run or `broadsheet ui` corrects it"


def _is_free(workspace: Workspace) -> bool:
    try:
        with hold_lock(workspace.lock_file, wait_seconds=0):
            return True
    except (BroadsheetError, OSError):
        return False


_LOOKS: tuple[Callable[[Workspace], Iterator[Finding]], ...] = (
    _versions,
    _folders,
    _lock,
    _left_overs,
    _work_database,
    _published,
    _stored_files,
    _unused,
    _parser,
    _dead_runs,
)
