"""Let each system call of a publish fail or kill, one after the other, with strace: the old build or the new one stays.

The loop counts up until a publish runs through without being hit, so that no call is left out.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb

from assets.contract.frames import build_frame
from assets.warehouse.fingerprint import hash_warehouse
from assets.warehouse.load import load_tables
from assets.warehouse.publish import current_build, publish
from assets.warehouse.workspace import Workspace, prepare
from benchmarks.soak.runner import ROOT

# Bytes of files go through the first two; plain `write` is what threads wake each other with.
CALLS = ("pwrite64", "sendfile", "fsync", "fdatasync", "rename", "unlink", "symlink", "mkdir", "chmod")
FAULTS = ("signal=SIGKILL", "error=ENOSPC", "error=EIO")
_CHILD = """
import sys
from datetime import date
from pathlib import Path
from assets.errors import BroadsheetError
from assets.warehouse.publish import publish
from assets.warehouse.workspace import Workspace
try:
    publish(Workspace(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 11, 16)))
except BroadsheetError as error:
    sys.exit(str(error))
"""


def has_strace() -> bool:
    """True when strace is there and may trace."""
    command = ["strace", "-o", os.devnull, "true"]
    return bool(shutil.which("strace")) and subprocess.run(command, check=False, capture_output=True).returncode == 0


class Bench:
    """A warehouse with one build, and rows for a second one that are not published yet."""

    def __init__(self, folder: Path) -> None:
        self._kept, self.workspace = folder / "kept", Workspace(folder, folder / "warehouse", date(2026, 11, 16))
        prepare(self.workspace)
        self._fill("a")
        self.old = publish(self.workspace).build_id
        self._fill("a", "b")
        shutil.copytree(self.workspace.warehouse_dir, self._kept, symlinks=True)
        self.new = publish(self.workspace).build_id

    def _fill(self, *names: str) -> None:
        rows = [{"source_id": name, "name": name, "kind": "publisher", "article_count": 1} for name in names]
        load_tables(self.workspace, {"sources": build_frame("sources", rows)})

    def strike(self, call: str, fault: str, number: int) -> bool:
        """Publish with one call struck, then without; False when there was no such call any more.

        Raises AssertionError when a promise was broken.
        """
        shutil.rmtree(self.workspace.warehouse_dir)
        shutil.copytree(self._kept, self.workspace.warehouse_dir, symlinks=True)
        trace = self._kept.with_name("trace")
        code, errors = self._publish(["strace", "-f", "-o", str(trace), "-e", f"trace={call}"], call, fault, number)
        was_hit = "INJECTED" in trace.read_text(errors="replace") or code == -signal.SIGKILL
        assert "Traceback" not in errors, errors[-1500:]
        seen = self._seen()
        assert seen in (self.old, self.new), f"readers see {seen}"
        assert code or seen == self.new, "a publish that failed said that it succeeded"
        publish(self.workspace)
        assert self._seen() == self.new and not list(self.workspace.warehouse_dir.rglob("*.aside*"))
        return was_hit

    def _publish(self, tracer: list[str], call: str, fault: str, number: int) -> tuple[int, str]:
        inject = ["-e", f"inject={call}:{fault}:when={number}"]
        folders = [str(self.workspace.raw_dir), str(self.workspace.warehouse_dir)]
        command = [*tracer, *inject, sys.executable, "-B", "-c", _CHILD, *folders]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    def _seen(self) -> str | None:
        """The build that a reader sees, when its rows are what its name says."""
        with duckdb.connect(str(self.workspace.published), read_only=True) as connection:
            return (
                current_build(self.workspace) if hash_warehouse(connection) == current_build(self.workspace) else None
            )


def strike_all(bench: Bench, step: int = 1) -> Iterator[tuple[str, str, int, str | None]]:
    """Call, fault, number and what was broken (None when nothing) for every `step`-th call of each kind."""
    for call in CALLS:
        for fault in FAULTS:
            number, was_hit = 1, True
            while was_hit:
                broken = None
                try:
                    was_hit = bench.strike(call, fault, number)
                except (AssertionError, duckdb.Error) as error:
                    broken = f"{type(error).__name__}: {error}"
                if was_hit:
                    yield call, fault, number, broken
                number += step
