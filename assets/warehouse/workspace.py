"""Where everything lies on disk. All paths come from two folders, which two environment variables may move."""

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from assets.errors import BroadsheetError

PROJECT_DIR = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Workspace:
    """The raw folder, the warehouse folder, and the day that counts as today for files without a landing day."""

    raw_dir: Path
    warehouse_dir: Path
    today: date

    @property
    def work_dir(self) -> Path:
        """Private files of the pipeline: Parquet between stages and the work database."""
        return self.warehouse_dir / ".work"

    @property
    def work_database(self) -> Path:
        """The private database that runs write; readers never open it."""
        return self.work_dir / "news.duckdb"

    @property
    def lock_file(self) -> Path:
        """Held by the run that is at work."""
        return self.warehouse_dir / ".lock"

    @property
    def builds_dir(self) -> Path:
        """Published builds, one folder each."""
        return self.warehouse_dir / ".builds"

    @property
    def published(self) -> Path:
        """The database that users open: a link to the newest build."""
        return self.warehouse_dir / "news.duckdb"


def open_workspace() -> Workspace:
    """The workspace that BROADSHEET_RAW_DIR and BROADSHEET_WAREHOUSE_DIR name (default: the project's data folder).

    BROADSHEET_TODAY (YYYY-MM-DD) replaces today's date, for backfills and tests. Raises BroadsheetError when it is
    no date.
    """
    raw = Path(os.environ.get("BROADSHEET_RAW_DIR") or PROJECT_DIR / "data" / "raw")
    warehouse = Path(os.environ.get("BROADSHEET_WAREHOUSE_DIR") or PROJECT_DIR / "data" / "warehouse")
    return Workspace(raw.absolute(), warehouse.absolute(), _today())


def _today() -> date:
    text = os.environ.get("BROADSHEET_TODAY")
    if not text:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BroadsheetError(
            "BROADSHEET_TODAY is not a date",
            where=repr(text),
            why="it must look like 2026-11-16",
            do="Correct or unset it.",
            exit_code=2,
        ) from error


def prepare(workspace: Workspace) -> None:
    """Make the warehouse folders. Raises BroadsheetError when they cannot be written."""
    for folder in (workspace.work_dir, workspace.builds_dir):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / ".probe"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise BroadsheetError(
                "Cannot write the warehouse folder",
                where=str(workspace.warehouse_dir),
                why=error.strerror or str(error),
                do="Give write permission, free some space, or set BROADSHEET_WAREHOUSE_DIR to another folder.",
                exit_code=2,
            ) from error


def clear_unfinished(workspace: Workspace) -> None:
    """Remove what a run that died was writing: files and folders named *.aside. Only for the holder of the lock."""
    for path in sorted(workspace.warehouse_dir.rglob("*.aside"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
