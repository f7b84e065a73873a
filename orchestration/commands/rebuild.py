"""`broadsheet rebuild`: make everything again from the raw files."""

import shutil

from assets.warehouse.lock import hold_lock
from assets.warehouse.workspace import open_workspace, prepare
from orchestration.commands.run import refresh


def rebuild_warehouse(*, as_json: bool) -> None:
    """Forget what earlier runs kept, then parse and relate everything. Articles of files that are gone stay."""
    workspace = open_workspace()
    prepare(workspace)
    with hold_lock(workspace.warehouse_dir / ".lock"):
        shutil.rmtree(workspace.work_dir / "features", ignore_errors=True)
        for path in workspace.work_dir.glob("news.duckdb*"):
            path.unlink()
    refresh(as_json=as_json, reparse=("0001-01-01", "9999-12-31"))
