"""`broadsheet rebuild`: make everything again from the raw files."""

from rich.console import Console

from assets.warehouse.lock import hold_lock
from assets.warehouse.publish import retire_current_build
from assets.warehouse.soundness import forget_results, set_damaged_aside
from assets.warehouse.workspace import Workspace, open_workspace, prepare
from orchestration.commands.run import refresh


def rebuild_warehouse(*, as_json: bool) -> None:
    """Forget what earlier runs kept, then parse and relate everything. Articles of files that are gone stay.

    What is damaged is set aside first; readers see the last build until the new one is there.
    """
    workspace = open_workspace()
    prepare(workspace)
    with hold_lock(workspace.lock_file):
        _set_aside(workspace)
        forget_results(workspace)
        retire_current_build(workspace)
    refresh(as_json=as_json, reparse=("0001-01-01", "9999-12-31"))


def _set_aside(workspace: Workspace) -> None:
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for path in set_damaged_aside(workspace):
        console.print(f"damaged, moved to {workspace.work_dir / 'broken'}: {path}", markup=False)
