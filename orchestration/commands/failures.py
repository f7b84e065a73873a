"""What went wrong in a run, for a person: the expected failure behind what Dagster raised, and runs told to stop."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from assets.errors import BroadsheetError
from orchestration.home import dagster_home

# What SQLite, which keeps Dagster's history, says when its disk is full or may not be written.
_NO_HISTORY = ("database or disk is full", "attempt to write a readonly database", "unable to open database file")


def expected_failure(error: BaseException) -> BaseException:
    """The BroadsheetError behind what Dagster raised; otherwise the error itself."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, BroadsheetError):
            return cause
        cause = cause.__cause__
    said = next((words for words in _NO_HISTORY if words in str(error)), None)
    return _no_history(said) if said else error


@contextmanager
def stoppable() -> Iterator[None]:
    """End with one line and exit code 130 or 143 when SIGINT or SIGTERM comes.

    Dagster takes both over while it works and raises an error of its own; which one it was is read from the file
    descriptor that Python writes every signal to (signal.set_wakeup_fd).
    """
    from dagster._core.errors import DagsterExecutionInterruptedError

    came, noted = os.pipe()
    os.set_blocking(noted, False)
    before = signal.set_wakeup_fd(noted, warn_on_full_buffer=False)
    try:
        yield
    except (DagsterExecutionInterruptedError, KeyboardInterrupt) as error:
        os.write(noted, bytes([signal.SIGINT]))
        raise _stopped(signal.Signals(os.read(came, 1)[0])) from error
    finally:
        signal.set_wakeup_fd(before)
        os.close(came)
        os.close(noted)


def _stopped(number: signal.Signals) -> BroadsheetError:
    return BroadsheetError(
        "The run was stopped",
        where=number.name,
        why="it was told to",
        do="The published warehouse is as it was; the next run does what was left.",
        exit_code=128 + number,
    )


def _no_history(said: str) -> BroadsheetError:
    return BroadsheetError(
        "Cannot keep the history of runs",
        where=str(dagster_home()),
        why=said,
        do="Free some space or give write permission, or set DAGSTER_HOME to another folder; run again.",
        exit_code=2,
    )
