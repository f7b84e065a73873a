"""Start `broadsheet` commands in child processes, end them, and see what is left of them."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
_END_SECONDS = 600


class Runner:
    """A process to fork commands from, as a context; `folder` takes what they print."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "benchmarks.soak.server"]
        self._server = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def __enter__(self) -> "Runner":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._server.stdin.close()
        self._server.wait(_END_SECONDS)

    def start(self, *arguments: str, history: bool = False, limits: dict[str, int] | None = None, **environment: str):
        """Begin a command. Without `history`, Dagster forgets the run when it ends."""
        request = {"run": arguments, "environment": environment, "folder": str(self.folder), "history": history}
        return Run(self, self._ask(request | {"limits": limits or {}}))

    def look(self, process: int) -> int | None:
        """How a command ended, minus the number of the signal that ended it; None while it lasts."""
        return self._ask({"look": process})

    def _ask(self, request: dict) -> int | None:
        self._server.stdin.write(json.dumps(request) + "\n")
        return json.loads(self._server.stdout.readline())


@dataclass
class Run:
    """A command that was started."""

    runner: Runner
    process: int
    code: int | None = None

    def wait(self, seconds: float = _END_SECONDS) -> int:
        """Its exit code. Raises TimeoutError when it lasts longer."""
        deadline = time.monotonic() + seconds
        while not self.has_ended():
            if time.monotonic() > deadline:
                self.send(signal.SIGKILL)
                raise TimeoutError(f"still running after {seconds} s: {self.errors()[-500:]}")
            time.sleep(0.01)
        return self.code

    def has_ended(self) -> bool:
        """True when it is over."""
        if self.code is None:
            self.code = self.runner.look(self.process)
        return self.code is not None

    def send(self, number: signal.Signals) -> None:
        """Send the process a signal, not those that it started."""
        with suppress(ProcessLookupError):
            os.kill(self.process, number)

    def output(self) -> str:
        """What it printed."""
        return self._text("out")

    def errors(self) -> str:
        """What it said on the error stream."""
        return self._text("err")

    def _text(self, name: str) -> str:
        path = self.runner.folder / f"{self.process}.{name}"
        return path.read_text(errors="replace") if path.exists() else ""

    def left_behind(self, seconds: float = 5) -> list[int]:
        """Processes of its session that are still there after so many seconds."""
        deadline = time.monotonic() + seconds
        while (left := _session(self.process)) and time.monotonic() < deadline:
            time.sleep(0.05)
        return left


def _session(leader: int) -> list[int]:
    """Living processes of a session; the leader is asked for elsewhere."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            _, _, rest = (folder / "stat").read_text().rpartition(")")
            state, _, _, session, *_ = rest.split()
            if int(session) == leader and state != "Z" and int(folder.name) != leader:
                found.append(int(folder.name))
    return found
