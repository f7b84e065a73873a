"""Step 11: load every table into the private work database and check it. A failed check stops the publish."""

from collections.abc import Iterator

import dagster as dg

from assets.contract.catalog import load_tables as contract_tables
from assets.progress import announce
from assets.table_assets import WAREHOUSE, check_result, check_spec
from assets.warehouse.checks import all_checks, run_check
from assets.warehouse.database import open_work_database
from assets.warehouse.load import load_tables
from assets.warehouse.standing import results_stand
from assets.warehouse.workspace import Workspace
from assets.warehouse_rows import warehouse_rows

ASSET = "work_database"


@dg.asset(
    name=ASSET,
    deps=list(contract_tables("tables")),
    check_specs=[check_spec(check, ASSET) for check in all_checks()],
    group_name=WAREHOUSE,
    kinds={"duckdb"},
)
def work_database(workspace: dg.ResourceParam[Workspace]) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult]:
    """The private database that is checked before readers see anything."""
    announce("loading and checking the work database")
    changed = {} if results_stand(workspace) else load_tables(workspace, warehouse_rows(workspace))
    announce(f"loaded {sum(changed.values())} changed rows")
    yield dg.MaterializeResult(metadata={"changed_rows": sum(changed.values()), "changed_by_table": changed})
    with open_work_database(workspace) as connection:
        for check in all_checks():
            yield check_result(run_check(connection, check), ASSET)
