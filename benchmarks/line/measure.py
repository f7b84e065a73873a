"""One run of the command line in a process of its own, measured: seconds, memory of all its processes, cost by step."""

import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dagster import AssetKey, DagsterInstance

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from orchestration.cli import main; main()", "run"]
LOOK_SECONDS = 0.2
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Measured:
    """Wall and CPU seconds (workers included), peak megabytes of the process tree (shared pages counted each time), and
    what the run printed."""

    seconds: float
    cpu: float
    megabytes: float
    printed: str

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, {self.cpu:.1f} CPU s, {self.megabytes:.0f} MB peak"


def measure(environment: dict[str, str], *options: str) -> Measured:
    """Run once with the options of `broadsheet run`; ends the program with the run's message when it fails."""
    before, started, peak = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic(), 0
    run = subprocess.Popen(
        [*COMMAND, *options], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    while run.poll() is None:
        peak = max(peak, _resident_bytes(run.pid))
        time.sleep(LOOK_SECONDS)
    printed, errors = run.communicate()
    if run.returncode:
        sys.exit(errors)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(time.monotonic() - started, cpu, peak / 1e6, printed)


def cost_of_steps(home: Path) -> list[dict[str, str]]:
    """What each step of the newest run up to its publish cost, as Dagster keeps it (assets/progress.py)."""
    with DagsterInstance.from_config(str(home)) as instance:
        event = instance.get_latest_materialization_event(AssetKey("published_warehouse"))
    assert event and event.asset_materialization
    records = event.asset_materialization.metadata["cost_of_steps"].records
    return [record.data for record in records]


def _resident_bytes(session: int) -> int:
    """Memory of every process of a session."""
    pages = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                pages += int(fields[21])
    return pages * _PAGE_BYTES
