"""The supervisor's side of one worker, and of the process that workers are forked from."""

import json
import os
import pickle
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assets.errors import BroadsheetError
from assets.reading.limits import Limits
from assets.reading.worker_server import EXIT, TASK
from assets.reading.worker_transport import receive_message, send_message

# One thread a worker: there are as many workers as cores, and its CPU time is then its own.
_ONE_THREAD = ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_START_SECONDS = 120
_END_SECONDS = 10
_MAX_MESSAGE = 1 << 20
_OUT_OF_MEMORY = (b"memory allocation of", b"bad_alloc", b"MemoryError", b"out of memory", b"Cannot allocate memory")


@dataclass(frozen=True)
class Allowance:
    """What a task may use."""

    cpu_seconds: float
    wall_seconds: float
    memory_bytes: int
    result_bytes: int


class WorkerServer:
    """The process that forks workers. Close it and no process is left."""

    def __init__(self, work: str, limits: Limits) -> None:
        self._control, theirs = socket.socketpair()
        bound = f"from assets.reading.worker_parent import die_with; die_with({os.getpid()})"
        start = (
            f"import sys; sys.path[:] = {sys.path!r}; {bound}; from assets.reading.worker_server import main; main()"
        )
        command = [sys.executable, "-c", start, str(theirs.fileno()), work, json.dumps(asdict(limits))]
        self._process = subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | dict.fromkeys(_ONE_THREAD, "1"),
        )
        theirs.close()
        self._ends: dict[int, int] = {}
        self._control.settimeout(_START_SECONDS)
        try:
            kind, body = receive_message(self._control, _MAX_MESSAGE)
        except (EOFError, OSError) as error:
            self.close()
            raise _not_started(work, str(error) or "it ended") from None
        if kind != b"S":
            self.close()
            raise _not_started(work, body.decode().strip().rpartition("\n")[2])

    def fork(self) -> "Worker":
        """A new worker."""
        ours, theirs = socket.socketpair()
        messages = tempfile.TemporaryFile()  # noqa: SIM115
        socket.send_fds(self._control, [b"W"], [theirs.fileno(), messages.fileno()])
        theirs.close()
        return Worker(self._wait_for(b"P"), ours, messages)

    def exit_code(self, worker: "Worker") -> int:
        """How a worker that is gone ended: its exit status, or minus the signal that ended it."""
        while worker.process not in self._ends:
            self._wait_for(b"X")
        return self._ends.pop(worker.process)

    def close(self) -> None:
        """End all workers and the process itself."""
        self._control.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait_for(self, wanted: bytes) -> int:
        """The process number of the next message of a kind; ends of workers on the way are kept."""
        self._control.settimeout(_START_SECONDS)
        while True:
            kind, body = receive_message(self._control, _MAX_MESSAGE)
            process, code = EXIT.unpack(body)
            if kind == b"X":
                self._ends[process] = code
            if kind == wanted:
                return process


class Worker:
    """One worker process: gives it a task, takes its answer, watches its time and memory."""

    def __init__(self, process: int, channel: socket.socket, messages: Any) -> None:
        self.process = process
        self.channel = channel
        self.tasks_done = 0
        self._messages = messages
        self._deadline = float("inf")
        self._allowance = Allowance(0.0, 0.0, 0, 0)
        self._base_memory = self._memory()

    def start(self, payload: Any, allowance: Allowance) -> None:
        """Give it a task. Raises OSError when it is gone."""
        self._allowance = allowance
        self._deadline = time.monotonic() + allowance.wall_seconds
        head = TASK.pack(allowance.cpu_seconds, allowance.memory_bytes)
        send_message(self.channel, b"T", head + pickle.dumps(payload, protocol=5))

    def receive(self) -> tuple[bytes, bytes]:
        """Its next message. Raises EOFError or OSError when it is gone, TimeoutError when it stops in between."""
        self.channel.settimeout(max(self._deadline - time.monotonic(), 0.1))
        kind, body = receive_message(self.channel, self._allowance.result_bytes)
        if kind == b"K":
            self._deadline = time.monotonic() + self._allowance.wall_seconds
        else:
            self.tasks_done += 1
        return kind, body

    def fault(self) -> str | None:
        """parser_timeout or parser_oom when it is over a limit now."""
        if time.monotonic() > self._deadline:
            return "parser_timeout"
        return "parser_oom" if self._memory() > self._base_memory + self._allowance.memory_bytes else None

    def kill(self) -> None:
        """End it at once."""
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        self.close()

    def close(self) -> None:
        """Let it end: it does when its channel is closed."""
        self.channel.close()
        self._messages.close()

    def ran_out_of_memory(self) -> bool:
        """Its last words on the error stream speak of memory."""
        size = os.fstat(self._messages.fileno()).st_size
        words = os.pread(self._messages.fileno(), 4096, max(size - 4096, 0))
        return any(word in words for word in _OUT_OF_MEMORY)

    def _memory(self) -> int:
        """Bytes in real memory; 0 where the system does not say."""
        try:
            pages = Path(f"/proc/{self.process}/statm").read_text(encoding="ascii").split()[1]
            return int(pages) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError):
            return 0


def _not_started(work: str, why: str) -> BroadsheetError:
    """The error for a process that ended before its first task; what it says itself is told as it is."""
    _, _, told = why.partition("BroadsheetError: ")
    remedy = "Free some space where temporary files go (TMPDIR), or install Broadsheet anew, and run again."
    return BroadsheetError(
        "The process that parses files did not start",
        where=work,
        why=told or why,
        do="Nothing was parsed; run again after that." if told else remedy,
    )
