"""The Dagster UI on a free port over folders of its own, and the rows of a command over the same folders."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def broadsheet(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Do a command over `folder`; what it printed is bytes."""
    return subprocess.run(command(*arguments), cwd=ROOT, env=settings(folder), capture_output=True, check=False)


def command(*arguments: str) -> list[str]:
    """The console command, whichever way the project is installed."""
    return [sys.executable, "-c", "from orchestration.cli import main; main()", *arguments]


def settings(folder: Path) -> dict[str, str]:
    """The environment for folders below `folder`."""
    return {
        **os.environ,
        "BROADSHEET_RAW_DIR": str(folder / "raw"),
        "BROADSHEET_WAREHOUSE_DIR": str(folder / "warehouse"),
        "DAGSTER_HOME": str(folder / "home"),
        "BROADSHEET_NER": "gazetteer",
    }


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of the UI; stopped with all its processes afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command("ui", "--port", str(port)),
            cwd=ROOT,
            env=settings(folder),
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=_reset_signals,
        )
        try:
            wait_for(lambda: _is_up(port), 180)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def wait_for(is_there, seconds: float) -> None:
    """Look twice a second until it is there; fail when it never is."""
    deadline = time.monotonic() + seconds
    while not is_there():
        assert time.monotonic() < deadline, "not there in time"
        time.sleep(0.5)


def _is_up(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _reset_signals() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
