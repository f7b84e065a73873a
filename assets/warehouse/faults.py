"""Die on purpose at a named point, so that tests can show that a crash there loses nothing. Off unless asked for."""

import os
import signal


def fault_point(name: str) -> None:
    """Kill this process at once when BROADSHEET_FAULT names this point."""
    if os.environ.get("BROADSHEET_FAULT") == name:
        os.kill(os.getpid(), signal.SIGKILL)
