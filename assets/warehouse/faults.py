"""Die or stop on purpose at a named point, so that tests can show what a crash there costs. Off unless asked for.

BROADSHEET_FAULT names the point: `after_duplicates` kills the process there, `pause=after_duplicates` makes it wait
there for a signal. Every Parquet file has the points before_NAME and after_NAME (files.py); the others are where
`fault_point` is called.
"""

import os
import signal
import time


def fault_point(name: str) -> None:
    """Kill or stop this process when BROADSHEET_FAULT names this point."""
    action, _, point = os.environ.get("BROADSHEET_FAULT", "").rpartition("=")
    if point != name:
        return
    if action == "pause":
        time.sleep(600)
    os.kill(os.getpid(), signal.SIGKILL)
