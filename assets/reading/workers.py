"""Do work on files in disposable processes: one that hangs, eats memory or dies costs its file, and nothing else.

Put here: which task goes to which worker, and what an end means. Keep out: what is done with a file.
"""

import os
import select
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from assets.reading.limits import DEFAULT, MIB, Limits
from assets.reading.worker_process import Allowance, Worker, WorkerServer
from assets.reading.worker_transport import decode_result

_LOOK_SECONDS = 0.05
# Finished results that wait for an earlier one; more would fill the memory.
_AHEAD = 64


@dataclass(frozen=True)
class Task:
    """Something to work on: `payload` is given to the work (it must be picklable); `size_bytes` earns it time."""

    payload: Any
    size_bytes: int = 0


@dataclass(frozen=True)
class Result:
    """What became of a task: the work's value, or the reason why there is none."""

    task: Task
    value: Any = None
    reason: str | None = None
    detail: str | None = None


def map_files(
    tasks: Iterable[Task], work: str, *, workers: int | None = None, limits: Limits = DEFAULT
) -> Iterator[Result]:
    """The result of `work` for each task, in the order of the tasks.

    `work` names a function as "package.module:function"; it returns a dict of frames or what JSON can hold. A task
    whose worker is stopped or dies gives reason parser_timeout, parser_oom or parser_crash, and the next task gets a
    fresh worker; a crash is tried once more, so that it is the file's and not the machine's. `workers` is the highest
    number of processes (default: the cores this process may use). When the iterator ends, all processes have ended.
    Raises BroadsheetError when `work` cannot be imported.
    """
    pool = _Pool(work, workers or count_cores(), limits)
    try:
        yield from pool.map(tasks)
    finally:
        pool.close()


@dataclass
class _Pool:
    work: str
    workers: int
    limits: Limits
    server: WorkerServer | None = None
    idle: list[Worker] = field(default_factory=list)
    running: dict[Worker, int] = field(default_factory=dict)
    taken: dict[int, Task] = field(default_factory=dict)
    done: dict[int, Result] = field(default_factory=dict)
    again: list[int] = field(default_factory=list)
    tried: set[int] = field(default_factory=set)

    def map(self, tasks: Iterable[Task]) -> Iterator[Result]:
        """Results in order; at most _AHEAD tasks are taken before their turn."""
        numbered, given = enumerate(tasks), 0
        while True:
            self._fill(numbered, given)
            if not self.taken:
                return
            while given not in self.done:
                self._listen()
                self._fill(numbered, given)
            del self.taken[given]
            yield self.done.pop(given)
            given += 1

    def close(self) -> None:
        """End every process."""
        for worker in (*self.idle, *self.running):
            worker.close()
        if self.server:
            self.server.close()

    def _fill(self, numbered: Iterator[tuple[int, Task]], given: int) -> None:
        while len(self.running) < self.workers:
            if self.again:
                number = self.again.pop()
            elif len(self.taken) < _AHEAD and (item := next(numbered, None)):
                number, self.taken[item[0]] = item
            else:
                return
            self._start(number)

    def _start(self, number: int) -> None:
        task = self.taken[number]
        if self.server is None:
            self.server = WorkerServer(self.work, self.limits)
        worker = self.idle.pop() if self.idle else self.server.fork()
        self.running[worker] = number
        try:
            worker.start(task.payload, self._allowance(task.size_bytes))
        except OSError:
            self._bury(worker)

    def _allowance(self, size: int) -> Allowance:
        """A large file holds many records: it gets more time and memory, as far as the machine has it."""
        limits = self.limits
        seconds = limits.worker_cpu_seconds_per_mib * size / MIB
        share = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // (2 * self.workers)
        room = limits.worker_memory_per_byte * size
        return Allowance(
            limits.worker_cpu_seconds + seconds,
            limits.worker_wall_seconds + 3 * seconds,
            min(limits.worker_memory_bytes + room, max(share, limits.worker_memory_bytes)),
            limits.worker_result_bytes + room,
        )

    def _listen(self) -> None:
        """Take what workers send, and look after those that send nothing."""
        channels = {worker.channel: worker for worker in self.running}
        ready, _, _ = select.select(list(channels), [], [], _LOOK_SECONDS)
        for channel in ready:
            self._receive(channels[channel])
        for worker in [worker for worker in self.running if worker.channel not in ready]:
            if reason := worker.fault():
                self._stop(worker, reason)

    def _receive(self, worker: Worker) -> None:
        try:
            kind, body = worker.receive()
        except TimeoutError:
            self._stop(worker, "parser_timeout")
        except ValueError:
            self._stop(worker, "too_large")
        except (EOFError, OSError):
            self._bury(worker)
        else:
            if kind != b"K":
                self._finish(worker, kind, body)

    def _finish(self, worker: Worker, kind: bytes, body: bytes) -> None:
        if kind == b"M":
            self._stop(worker, "parser_oom")
            return
        number = self.running.pop(worker)
        if kind == b"R":
            self.done[number] = Result(self.taken[number], decode_result(body))
        else:
            self._refuse(number, "parser_crash", body.decode("utf-8", "replace"))
        if worker.tasks_done < self.limits.worker_recycle_files:
            self.idle.append(worker)
        else:
            worker.close()

    def _stop(self, worker: Worker, reason: str) -> None:
        number = self.running.pop(worker)
        worker.kill()
        self._refuse(number, reason, _DETAILS[reason])

    def _bury(self, worker: Worker) -> None:
        """A worker ended by itself: find out why."""
        assert self.server is not None
        number = self.running.pop(worker)
        code, starved = self.server.exit_code(worker), worker.ran_out_of_memory()
        worker.close()
        if code == -signal.SIGXCPU:
            self._refuse(number, "parser_timeout", _DETAILS["parser_timeout"])
        elif starved:
            self._refuse(number, "parser_oom", _DETAILS["parser_oom"])
        elif number not in self.tried:
            self.tried.add(number)
            self.again.append(number)
        else:
            self._refuse(number, "parser_crash", f"the process died twice on this file ({_describe_end(code)})")

    def _refuse(self, number: int, reason: str, detail: str) -> None:
        self.done[number] = Result(self.taken[number], reason=reason, detail=detail)


def count_cores() -> int:
    """Cores this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_DETAILS = {
    "parser_timeout": "took more time than a file may; if it is sound, split it into smaller files",
    "parser_oom": "took more memory than a file may; if it is sound, split it into smaller files",
    "too_large": "its articles are too large to be handed over at once; split it into smaller files",
}


def _describe_end(code: int) -> str:
    return f"exit status {code}" if code >= 0 else signal.Signals(-code).name
