"""One run at a time: a kernel file lock that dies with its holder and says who holds it."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from assets.errors import BroadsheetError

WAIT_SECONDS = 1.5
# Exit code of a run that finds another at work, which is nothing wrong.
HELD = 3

_held_here: set[Path] = set()


@contextmanager
def hold_lock(path: Path, *, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the lock file `path` for the length of the block. Raises BroadsheetError when another process keeps it.

    Raises BroadsheetError as well when it is no file that can be written.
    """
    with _open(path) as handle:
        _acquire(handle.fileno(), path, wait_seconds)
        handle.truncate(0)
        handle.write(f"pid {os.getpid()}\n")
        handle.flush()
        _held_here.add(path)
        try:
            yield
        finally:
            _held_here.discard(path)


def _open(path: Path) -> TextIO:
    try:
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        raise BroadsheetError(
            "Cannot lock the warehouse",
            where=str(path),
            why=error.strerror or str(error),
            do="Move it away or give write permission, and run again; it holds nothing but the lock.",
            exit_code=2,
        ) from error


def is_held_here(path: Path) -> bool:
    """True when this process holds the lock file `path`: only then may it move what runs keep."""
    return path in _held_here


def _acquire(descriptor: int, path: Path, wait_seconds: float) -> None:
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                raise _held(path) from error
            time.sleep(0.05)


def _held(path: Path) -> BroadsheetError:
    holder = path.read_text(encoding="utf-8").strip() or "another process"
    return BroadsheetError(
        "Another run is at work",
        where=str(path.parent),
        why=f"the lock is held by {holder}",
        do="Wait for it to end (queries go on meanwhile), or stop that process; nothing was changed.",
        exit_code=HELD,
    )
