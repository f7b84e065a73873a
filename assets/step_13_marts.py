"""Step 13: the questions users ask, as views on the published warehouse; here they are counted and previewed."""

from collections.abc import Iterator

import dagster as dg

from assets.progress import announce
from assets.table_assets import MARTS, report_tables
from assets.warehouse.marts import Mart, load_marts
from assets.warehouse.query import open_published
from assets.warehouse.workspace import Workspace


def _spec(mart: Mart) -> dg.AssetSpec:
    columns = [dg.TableColumn(name, description=meaning) for name, meaning in mart.columns.items()]
    return dg.AssetSpec(
        key=["marts", mart.name],
        deps=["published_warehouse", *mart.tables],
        description=mart.grain,
        group_name=MARTS,
        kinds={"duckdb", "view"},
        metadata={"dagster/column_schema": dg.TableSchema(columns), "dagster/table_name": f"marts.{mart.name}"},
    )


@dg.multi_asset(name="look_at_marts", specs=[_spec(mart) for mart in load_marts()])
def look_at_marts(workspace: dg.ResourceParam[Workspace]) -> Iterator[dg.MaterializeResult]:
    """Read every mart once, as a reader would."""
    announce("reading the marts")
    with open_published(workspace) as connection:
        for mart in load_marts():
            frame = connection.sql(f"from marts.{mart.name}").pl()
            yield from report_tables({f"marts/{mart.name}": frame})
