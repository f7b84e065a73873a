"""What a worker process may use, set with the operating system. Keep out: who starts and stops workers."""

import math
import os
import resource
import signal
import socket
import sys
from pathlib import Path

from assets.reading.limits import Limits
from assets.reading.worker_transport import send_message

# Thread stacks and allocators reserve address space that they never use; real use is watched by the supervisor.
_RESERVED_BYTES = 2 << 30
# Nothing that is parsed needs to write a file; this is for what C code says on the error stream before it dies.
_WRITTEN_BYTES = 1 << 20

_REFUSED = frozenset(
    (
        "socket.connect",
        "socket.bind",
        "socket.sendto",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.fork",
        "os.forkpty",
    )
)

_channel: socket.socket | None = None
_seconds = 0.0
_base = 0


def confine_process(channel: socket.socket, limits: Limits) -> None:
    """Bind this process to its limits. Never undone."""
    global _base, _channel
    _base, _channel = _address_space(), channel
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, _WRITTEN_BYTES)
    _limit(resource.RLIMIT_NOFILE, limits.worker_open_files)
    sys.addaudithook(_refuse_outside)


def allow_task(seconds: float, memory: int) -> None:
    """The CPU time and the memory that this process may use from now on."""
    _limit(resource.RLIMIT_AS, _base + memory + _RESERVED_BYTES)
    _allow_seconds(seconds)


def _allow_seconds(seconds: float) -> None:
    """Beyond it the operating system ends the process."""
    global _seconds
    _seconds = seconds
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def renew_time() -> None:
    """Start the time limits of the running task anew: one record of many is done. Does nothing outside a worker."""
    if _channel is not None:
        _allow_seconds(_seconds)
        send_message(_channel, b"K")


def _limit(kind: int, value: int) -> None:
    """Lower a limit as far as the hard limit allows."""
    hard = resource.getrlimit(kind)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, hard))


def _address_space() -> int:
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 4 << 30


def _refuse_outside(event: str, _: tuple[object, ...]) -> None:
    """Nothing that is parsed may reach a network or start a program."""
    if event in _REFUSED:
        raise PermissionError(f"{event} is not allowed where files are parsed")
