"""Step 13: the questions users ask, as views on the published warehouse; here they are counted and previewed."""

from collections.abc import Iterator

import dagster as dg

from assets.progress import announce
from assets.table_assets import MARTS, report_table, shown_build
from assets.warehouse.marts import Mart, load_marts, look_at_mart
from assets.warehouse.publish import current_build
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
        skippable=True,
        metadata={"dagster/column_schema": dg.TableSchema(columns), "dagster/table_name": f"marts.{mart.name}"},
    )


@dg.multi_asset(name="look_at_marts", specs=[_spec(mart) for mart in load_marts()])
def look_at_marts(
    context: dg.AssetExecutionContext, workspace: dg.ResourceParam[Workspace]
) -> Iterator[dg.MaterializeResult]:
    """Read every mart once, as a reader would; none when the build is the one that was looked at last."""
    build_id = current_build(workspace)
    if shown_build(context, ["marts", load_marts()[-1].name]) == build_id:
        return
    announce("reading the marts")
    with open_published(workspace) as connection:
        for mart in load_marts():
            result = report_table(f"marts/{mart.name}", *look_at_mart(connection, mart))
            yield result._replace(metadata={**result.metadata, "build_id": build_id})
