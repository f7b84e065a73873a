"""Step 10: load every table into the private work database and check it. A failed check stops the publish."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from assets.contract.catalog import load_tables as contract_tables
from assets.progress import announce
from assets.table_assets import WAREHOUSE, check_result, check_spec
from assets.warehouse.checks import all_checks, run_check
from assets.warehouse.database import open_work_database
from assets.warehouse.load import load_tables
from assets.warehouse.parsed import BY_ARTICLE, BY_RECORD, read_parsed
from assets.warehouse.tables import read_table
from assets.warehouse.workspace import Workspace

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
    changed = load_tables(workspace, {name: _frame(workspace, name) for name in contract_tables("tables")})
    announce(f"loaded {sum(changed.values())} changed rows")
    yield dg.MaterializeResult(metadata={"changed_rows": sum(changed.values()), "changed_by_table": changed})
    with open_work_database(workspace) as connection:
        for check in all_checks():
            yield check_result(run_check(connection, check), ASSET)


def _frame(workspace: Workspace, name: str) -> pl.DataFrame:
    """Tables that parsing alone fills are read from its store, the others as their step left them."""
    is_parsed = name in (*BY_RECORD, *BY_ARTICLE)
    return read_parsed(workspace, name)[name] if is_parsed else read_table(workspace, name)
