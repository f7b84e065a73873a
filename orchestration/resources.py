"""What assets are given: the workspace, locked for the length of a run."""

from collections.abc import Iterator

import dagster as dg

from assets.progress import start_measuring
from assets.warehouse.lock import hold_lock
from assets.warehouse.standing import hash_code
from assets.warehouse.workspace import Workspace, open_workspace, prepare
from orchestration.history import close_dead_runs


@dg.resource(description="The raw and warehouse folders; holds the project lock while a run lasts.")
def locked_workspace(context: dg.InitResourceContext) -> Iterator[Workspace]:
    """Open the workspace that the environment names, and keep other runs out until this one ends."""
    workspace = open_workspace()
    prepare(workspace)
    with hold_lock(workspace.lock_file):
        if context.instance:
            close_dead_runs(context.instance, living=context.run.run_id if context.run else None)
        hash_code()
        start_measuring()
        yield workspace
