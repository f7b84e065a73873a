"""A raw folder, a warehouse and a history of their own; what readers see there, and whether anything is left over."""

import shutil
from pathlib import Path

import duckdb

from assets.warehouse.fingerprint import hash_tables, hash_warehouse
from benchmarks.soak.runner import ROOT, Run, Runner

Hashes = dict[str, str]
_SAMPLE = ROOT / "data" / "raw"
_SMALL_BYTES = 20_000


def sample_files(first: int = 0, step: int = 5) -> dict[str, bytes]:
    """Every so many-th small file of the sample corpus, by its path below the raw folder."""
    small = [path for path in sorted(_SAMPLE.rglob("*")) if path.is_file() and path.stat().st_size < _SMALL_BYTES]
    return {str(path.relative_to(_SAMPLE)): path.read_bytes() for path in small[first::step]}


class Site:
    """Folders for runs under `folder`."""

    def __init__(self, folder: Path, runner: Runner) -> None:
        self.folder, self._runner = folder, runner
        self.raw, self.warehouse = folder / "raw", folder / "warehouse"
        self.raw.mkdir(parents=True, exist_ok=True)

    def add(self, files: dict[str, bytes]) -> None:
        """Put files into the raw folder."""
        for name, data in files.items():
            (self.raw / name).parent.mkdir(parents=True, exist_ok=True)
            (self.raw / name).write_bytes(data)

    def start(
        self, *arguments: str, history: bool = False, limits: dict[str, int] | None = None, **settings: str
    ) -> Run:
        """Begin a command on these folders; `run` when none is given."""
        environment = {
            "BROADSHEET_RAW_DIR": str(self.raw),
            "BROADSHEET_WAREHOUSE_DIR": str(self.warehouse),
            "BROADSHEET_TODAY": "2026-11-20",
            "BROADSHEET_NER": "gazetteer",
            "DAGSTER_HOME": str(self.folder / "home"),
            "NO_COLOR": "1",
            **settings,
        }
        return self._runner.start(*(arguments or ("run",)), history=history, limits=limits, **environment)

    def finish(self, *arguments: str, **settings: str) -> Run:
        """Do a command to its end; it must succeed."""
        run = self.start(*arguments, **settings)
        assert run.wait() == 0, run.errors()[-2000:]
        return run

    def look(self) -> Hashes | None:
        """Hashes of what a reader sees now, which must be one whole build; None when nothing is published."""
        link = self.warehouse / "news.duckdb"
        if not link.is_symlink():
            return None
        with duckdb.connect(str(link), read_only=True) as connection:
            (build_id,) = connection.execute("select build_id from build").fetchall()[0]
            assert link.readlink().parent.name.split("-")[0] == build_id
            assert hash_warehouse(connection) == build_id, "the build is not what its name says"
            return hash_tables(connection)

    def left_over(self) -> list[str]:
        """Unfinished files and folders below the warehouse."""
        return sorted(str(path.relative_to(self.warehouse)) for path in self.warehouse.rglob("*.aside*"))

    def raw_state(self) -> list[tuple]:
        """Names, bytes and times of the raw folder, which no run may change."""
        files = sorted(path for path in self.raw.rglob("*") if path.is_file())
        return [(str(path), path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) for path in files]

    def save(self, name: str) -> None:
        """Keep a copy of the warehouse as it is."""
        shutil.copytree(self.warehouse, self.folder / name, symlinks=True)

    def restore(self, name: str) -> None:
        """Put a copy back; where there is none of that name, there is no warehouse."""
        shutil.rmtree(self.warehouse, ignore_errors=True)
        if (self.folder / name).exists():
            shutil.copytree(self.folder / name, self.warehouse, symlinks=True)
