"""The process that worker processes are forked from: it imports the work once and never touches a file itself.

A worker then costs milliseconds to start, so every one that misbehaves can be thrown away. This process has no threads
of Polars or Arrow: they start with the first operation, which is the worker's.
"""

import importlib
import json
import os
import pickle
import select
import signal
import socket
import struct
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assets.reading.limits import Limits
from assets.reading.worker_limits import allow_task, confine_process
from assets.reading.worker_parent import die_with
from assets.reading.worker_transport import encode_result, receive_message, send_message

TASK = struct.Struct("!dQ")
EXIT = struct.Struct("!qq")
_MAX_TASK_BYTES = 1 << 30
# Threads that exist only once a library has worked; a fork would lose them and hang.
_BUSY_THREADS = ("polars-0", "tokio-", "async-exec")


def serve(control: socket.socket, work: str, limits: Limits) -> None:
    """Fork a worker for each request, report each one's end, and leave none behind when the supervisor is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        function = find_work(work)
        _refuse_threads()
    except BaseException:
        send_message(control, b"E", traceback.format_exc().encode())
        return
    send_message(control, b"S")
    wakeup, notify = os.pipe()
    os.set_blocking(notify, False)
    signal.set_wakeup_fd(notify, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    workers: set[int] = set()
    try:
        while True:
            ready, _, _ = select.select([control, wakeup], [], [])
            if wakeup in ready:
                os.read(wakeup, 4096)
                _report_ends(control, workers)
            if control in ready and not _fork_next(control, function, limits, workers):
                return
    finally:
        _end_all(workers)


def find_work(work: str) -> Callable[[Any], Any]:
    """The function that "package.module:function" names. What its module loads on import is shared by all workers."""
    module, _, name = work.partition(":")
    return getattr(importlib.import_module(module), name)


def _refuse_threads() -> None:
    tasks = Path("/proc/self/task")
    names = [(task / "comm").read_text().strip() for task in tasks.iterdir()] if tasks.is_dir() else []
    busy = [name for name in names if name.startswith(_BUSY_THREADS)]
    if busy:
        raise RuntimeError(
            f"importing the work already ran Polars (thread {busy[0]}); build frames inside functions only"
        )


def _fork_next(control: socket.socket, function: Callable[[Any], Any], limits: Limits, workers: set[int]) -> bool:
    """Fork one worker for the descriptors that were sent; False when the supervisor is gone."""
    request, descriptors, _, _ = socket.recv_fds(control, 1, 2)
    if not request:
        return False
    channel, messages = descriptors
    parent, process = os.getpid(), os.fork()
    if process == 0:
        die_with(parent)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        control.close()
        os.dup2(messages, 2)
        os.close(messages)
        _work(socket.socket(fileno=channel), function, limits)
    workers.add(process)
    os.close(channel)
    os.close(messages)
    send_message(control, b"P", EXIT.pack(process, 0))
    return True


def _report_ends(control: socket.socket, workers: set[int]) -> None:
    for process in sorted(workers):
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            workers.discard(process)
            send_message(control, b"X", EXIT.pack(process, os.waitstatus_to_exitcode(status)))


def _end_all(workers: set[int]) -> None:
    for process in workers:
        os.kill(process, signal.SIGKILL)
    for process in workers:
        os.waitpid(process, 0)


def _work(channel: socket.socket, function: Callable[[Any], Any], limits: Limits) -> None:
    """Do tasks until the supervisor closes the channel. Never returns."""
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123
    confine_process(channel, limits)
    try:
        while True:
            _, body = receive_message(channel, _MAX_TASK_BYTES)
            allow_task(*TASK.unpack_from(body))
            send_message(channel, *_answer(function, body[TASK.size :]))
    except EOFError:
        os._exit(0)
    except BaseException:
        os._exit(1)


def _answer(function: Callable[[Any], Any], task: bytes) -> tuple[bytes, bytes]:
    try:
        return b"R", encode_result(function(pickle.loads(task)))
    except MemoryError:
        return b"M", b""
    except Exception as error:
        return b"C", f"{type(error).__name__}: {error}".encode("utf-8", "backslashreplace")[:1000]


def main() -> None:
    """Entry point of the process: argv holds the control descriptor, the work and the limits."""
    descriptor, work, limits = sys.argv[1:4]
    serve(socket.socket(fileno=int(descriptor)), work, Limits(**json.loads(limits)))
