"""Run the whole pipeline in this process over a folder of files, and look at what was published."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import dagster as dg
import duckdb

from assets.warehouse.fingerprint import hash_tables
from orchestration.definitions import defs

DAY = "2026-11-16"


class Pipeline:
    """A raw folder and a warehouse of its own under `folder`."""

    def __init__(self, folder: Path, monkeypatch, today: str = DAY) -> None:
        self.raw, self.warehouse = folder / "raw", folder / "warehouse"
        self.raw.mkdir(parents=True, exist_ok=True)
        self._monkeypatch, self._today = monkeypatch, today

    def add(self, files: Mapping[str, bytes]) -> None:
        """Drop files into the raw folder, under the given relative paths."""
        for name, data in files.items():
            path = self.raw / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def run(
        self, job: str = "refresh", config: dict | None = None, only: Sequence[str] | None = None
    ) -> dg.ExecuteInProcessResult:
        """Run a job, or the steps of the assets `only`, to its end; raises what a step raises."""
        self._monkeypatch.setenv("BROADSHEET_RAW_DIR", str(self.raw))
        self._monkeypatch.setenv("BROADSHEET_WAREHOUSE_DIR", str(self.warehouse))
        self._monkeypatch.setenv("BROADSHEET_TODAY", self._today)
        loggers = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
        assets = only and [dg.AssetKey(name) for name in only]
        return defs.resolve_job_def(job).execute_in_process(
            run_config={**loggers, **(config or {})}, asset_selection=assets
        )

    def query(self, sql: str) -> list[tuple]:
        """Rows of a query on the published warehouse."""
        with duckdb.connect(str(self.warehouse / "news.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def hashes(self) -> dict[str, str]:
        """A hash of each published table, independent of row order."""
        with duckdb.connect(str(self.warehouse / "news.duckdb"), read_only=True) as connection:
            return hash_tables(connection)

    def build(self) -> str:
        """Id of the published build."""
        return (self.warehouse / "news.duckdb").readlink().parent.name


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every regular file below `folder`, by relative path."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def shuffled(names: list[str]) -> list[str]:
    """A fixed order that has nothing to do with the alphabet."""
    return sorted(names, key=lambda name: hashlib.blake2b(name.encode()).digest())
