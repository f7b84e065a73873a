"""A real `broadsheet run` in a process of its own, measured from outside: time, and the memory of all its processes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LOOK_SECONDS = 0.5
# Far beyond what is promised: such a run is ended, so that the machine lives on.
_MOST_BYTES = 8 << 30
# Runs the command and leaves behind, in the file named last, when each step began and what CPU time it had cost.
_COMMAND = """
import atexit, json, pathlib, sys, time
from assets.progress import cost_by_step
def note():
    costs = [(name, cost.seconds, cost.cpu_seconds) for name, cost in cost_by_step()]
    pathlib.Path(sys.argv.pop()).write_text(json.dumps((time.monotonic(), costs)))
atexit.register(note)
out, sys.argv = sys.argv[-1], ["broadsheet", "run"]
from orchestration.cli import main
try:
    main()
finally:
    sys.argv.append(out)
"""


@dataclass(frozen=True)
class Step:
    """A step of a run as it was announced: its cost, and the most memory that all processes had together."""

    name: str
    seconds: float
    cpu_seconds: float
    peak_bytes: int


@dataclass(frozen=True)
class MeasuredRun:
    """What a run cost."""

    exit_code: int
    seconds: float
    cpu_seconds: float
    steps: list[Step]


def measure_run(folder: Path) -> MeasuredRun:
    """Run over `folder`/raw into `folder`/warehouse; what it printed is in `folder`/log."""
    start, before, samples = time.monotonic(), os.times(), []
    (folder / "steps").unlink(missing_ok=True)
    with _started(folder) as process:
        while process.poll() is None:
            samples.append((time.monotonic(), _memory(process.pid)))
            if samples[-1][1] > _MOST_BYTES:
                process.kill()
            time.sleep(_LOOK_SECONDS)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return MeasuredRun(process.returncode, time.monotonic() - start, cpu, _steps(folder, start, samples))


@contextmanager
def _started(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The process, in a session of its own, which is ended when the block ends."""
    settings = {"RAW_DIR": folder / "raw", "WAREHOUSE_DIR": folder / "warehouse", "TODAY": "2026-11-23"}
    environment = {f"BROADSHEET_{name}": str(value) for name, value in settings.items()}
    environment = {**os.environ, **environment, "DAGSTER_HOME": str(folder / "home"), "NO_COLOR": "1"}
    command = [sys.executable, "-c", _COMMAND, str(folder / "steps")]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True)
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _steps(folder: Path, start: float, samples: list[tuple[float, int]]) -> list[Step]:
    """The steps that the run noted, with the memory that was seen meanwhile."""
    if not (folder / "steps").exists():
        return [Step("all, ended by a signal", samples[-1][0] - start, 0.0, _peak(samples, start, float("inf")))]
    end, costs = json.loads((folder / "steps").read_text())
    place = end - sum(seconds for _, seconds, _ in costs)
    steps = [Step("imports", place - start, 0.0, _peak(samples, start, place))]
    for name, seconds, cpu_seconds in costs:
        steps.append(Step(name, seconds, cpu_seconds, _peak(samples, place, place + seconds)))
        place += seconds
    return steps


def _peak(samples: list[tuple[float, int]], start: float, end: float) -> int:
    return max((memory for moment, memory in samples if start <= moment < end), default=0)


def _memory(session: int) -> int:
    """Real memory of all processes of a session; a page that several share counts once (PSS)."""
    return sum(_share(folder) for folder in Path("/proc").glob("[0-9]*") if _session_of(folder) == session)


def _session_of(folder: Path) -> int:
    with suppress(OSError):
        return int((folder / "stat").read_text().rpartition(")")[2].split()[3])
    return 0


def _share(folder: Path) -> int:
    with suppress(OSError):
        lines = (folder / "smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))
    return 0
