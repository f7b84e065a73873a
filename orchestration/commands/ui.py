"""`broadsheet ui`: the Dagster UI with our settings and history."""

import os
import sys

from assets.warehouse.workspace import PROJECT_DIR, open_workspace
from orchestration.home import set_dagster_home


def start_ui(port: int) -> None:
    """Replace this process by `dagster dev` on 127.0.0.1; never returns."""
    workspace = open_workspace()
    os.environ["BROADSHEET_RAW_DIR"] = str(workspace.raw_dir)
    os.environ["BROADSHEET_WAREHOUSE_DIR"] = str(workspace.warehouse_dir)
    set_dagster_home()
    os.chdir(PROJECT_DIR)
    print(f"Dagster UI: http://127.0.0.1:{port}   (stop with Ctrl-C)", flush=True)
    arguments = ["-m", "dagster", "dev", "-w", "workspace.yaml", "-h", "127.0.0.1", "-p", str(port)]
    os.execv(sys.executable, [sys.executable, *arguments])
