"""One run of the command line in a process of its own, measured."""

import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from orchestration.cli import main; main()", "run"]


@dataclass(frozen=True)
class Measured:
    """Wall and CPU seconds (workers included), peak megabytes of the largest process, and what the run printed."""

    seconds: float
    cpu: float
    megabytes: float
    printed: str
    steps: str

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, {self.cpu:.1f} CPU s, {self.megabytes:.0f} MB peak"


def measure(environment: dict[str, str], *options: str) -> Measured:
    """Run once with the options of `broadsheet run`; ends the program with the run's message when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    done = subprocess.run([*COMMAND, *options], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - started
    if done.returncode:
        sys.exit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(seconds, cpu, after.ru_maxrss / 1000, done.stdout, done.stderr)
