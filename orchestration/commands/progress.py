"""Show on the terminal what the pipeline is doing: one live line there, plain lines where there is no terminal."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.status import Status


class _Lines(logging.Handler):
    """Each message with the seconds since the start; on a terminal the newest one also spins."""

    def __init__(self, console: Console, status: Status) -> None:
        super().__init__()
        self._console, self._status, self._started = console, status, time.monotonic()

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        self._status.update(f"{message} …")
        self._console.print(f"[dim]{time.monotonic() - self._started:6.1f} s[/]  {message}", highlight=False)


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[None]:
    """Print what the pipeline announces while the block runs; nothing when `quiet`."""
    log = logging.getLogger("broadsheet")
    log.setLevel(logging.INFO)
    log.propagate = False
    console = Console(stderr=True, quiet=quiet)
    with console.status("starting …") as status:
        handler = _Lines(console, status)
        log.addHandler(handler)
        try:
            yield
        finally:
            log.removeHandler(handler)
