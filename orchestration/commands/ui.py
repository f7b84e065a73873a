"""`broadsheet ui`: the Dagster UI with our settings and history."""

import os
import socket
import sys
from contextlib import suppress
from importlib import import_module

from assets.errors import BroadsheetError
from assets.warehouse.lock import hold_lock
from assets.warehouse.workspace import PROJECT_DIR, Workspace, open_workspace
from orchestration.home import set_dagster_home


def start_ui(port: int) -> None:
    """Replace this process by `dagster dev` on 127.0.0.1; never returns.

    Raises BroadsheetError for a port in use or a schedule that is none: the UI would say so in a traceback.
    """
    _require_free(port)
    import_module("orchestration.schedules")
    workspace = open_workspace()
    os.environ["BROADSHEET_RAW_DIR"] = str(workspace.raw_dir)
    os.environ["BROADSHEET_WAREHOUSE_DIR"] = str(workspace.warehouse_dir)
    set_dagster_home()
    _close_dead_runs(workspace)
    os.chdir(PROJECT_DIR)
    print(f"Dagster UI: http://127.0.0.1:{port}   (stop with Ctrl-C)", flush=True)
    arguments = ["-W", "ignore", "-m", "dagster", "dev", "-w", "workspace.yaml", "-h", "127.0.0.1", "-p", str(port)]
    os.execv(sys.executable, [sys.executable, *arguments])


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise BroadsheetError(
                "The UI was not started",
                where=f"http://127.0.0.1:{port}",
                why="something answers there already, perhaps the UI in another window",
                do="Open that address, or stop what answers: two would both look after schedules. Or give a --port.",
            )


def _close_dead_runs(workspace: Workspace) -> None:
    """Nobody holds the lock: then no run is at work, and the queue must not wait for one that was killed."""
    if not workspace.warehouse_dir.exists():
        return
    import dagster as dg

    from orchestration.history import close_dead_runs

    lock = hold_lock(workspace.lock_file, wait_seconds=0)
    with suppress(BroadsheetError, OSError), lock, dg.DagsterInstance.get() as instance:
        close_dead_runs(instance)
