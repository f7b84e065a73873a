"""Do the results of the last run still stand? Then a run that finds no new file need not make them again.

Every result is a function of the code, the settings and the files of the work folder. What these were is noted when a
run of all steps is done; whatever differs later, a file's size or time included, means that everything is looked at
again. So a run that dies, or a file that somebody touches, costs work and never a right result.

Put here: noting and comparing. Keep out: what a step does then (table_assets.py).
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import orjson

from assets.contract.catalog import SQL_DIR
from assets.warehouse.workspace import Workspace

_CODE = (Path(__file__).resolve().parents[1], SQL_DIR)
# Settings that change no result: where things lie (what lies there is looked at), and when a run begins.
_IDLE = ("BROADSHEET_RAW_DIR", "BROADSHEET_WAREHOUSE_DIR", "BROADSHEET_SCHEDULE")
_KEPT = ("parsed", "features", "tables")


def note_results(workspace: Workspace, build_id: str | None) -> None:
    """Remember what is there now, and the build that was published of it (None when it was held back)."""
    note = {"state": _state(workspace), "build_id": build_id}
    aside = _note(workspace).with_name("standing.aside")
    aside.write_bytes(orjson.dumps(note))
    aside.replace(_note(workspace))


def results_stand(workspace: Workspace) -> bool:
    """True when code, settings and kept files are those that the last finished run left."""
    return _read(workspace).get("state") == _state(workspace)


def standing_build(workspace: Workspace) -> str | None:
    """The build that was published of what is there now; None when anything changed or none was."""
    noted = _read(workspace)
    return noted.get("build_id") if noted.get("state") == _state(workspace) else None


@cache
def hash_code() -> str:
    """A hash of the code, lists and SQL that results are made by, and of the packages they use.

    Taken once a process: call it when the code has just been loaded.
    """
    digest = hashlib.blake2b(sys.version.encode())
    for folder in _CODE:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            digest.update(str(path.relative_to(folder)).encode() + hashlib.blake2b(path.read_bytes()).digest())
    packages = (path.name for folder in sys.path for path in Path(folder).glob("*.dist-info"))
    digest.update(repr(sorted(packages)).encode())
    return digest.hexdigest()


def _state(workspace: Workspace) -> str:
    names = sorted(name for name in os.environ if name.startswith("BROADSHEET_") and name not in _IDLE)
    settings = [(name, os.environ[name]) for name in names]
    state = repr((hash_code(), settings, sorted(_describe_files(workspace.work_dir))))
    return hashlib.blake2b(state.encode(), digest_size=16).hexdigest()


def _describe_files(work: Path) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of every file that results are kept in."""
    kept = (entry for part in _KEPT for entry in _walk(work / part))
    for entry in (*kept, *(entry for entry in os.scandir(work) if entry.name.startswith("news.duckdb"))):
        status = entry.stat()
        yield entry.path, status.st_size, status.st_mtime_ns


def _walk(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """Every file below a folder, if it is there. Strings, not paths: there are thousands after a year."""
    for entry in os.scandir(folder) if Path(folder).exists() else ():
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield entry


def _read(workspace: Workspace) -> dict[str, str | None]:
    try:
        return orjson.loads(_note(workspace).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}


def _note(workspace: Workspace) -> Path:
    return workspace.work_dir / "standing.json"
