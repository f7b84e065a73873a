"""Step 13: the questions users ask, as views on the published warehouse; here they are counted and previewed."""

from collections.abc import Iterator, Mapping

import dagster as dg

from assets.progress import announce
from assets.table_assets import MARTS, report_table, shown_build
from assets.warehouse.marts import Mart, column_types, load_marts, look_at_mart
from assets.warehouse.publish import current_build
from assets.warehouse.query import open_published
from assets.warehouse.workspace import Workspace


def _spec(mart: Mart) -> dg.AssetSpec:
    return dg.AssetSpec(
        key=["marts", mart.name],
        deps=["published_warehouse", *mart.tables],
        description=mart.grain,
        group_name=MARTS,
        kinds={"duckdb", "view"},
        skippable=True,
        tags={"layer": "marts"},
        metadata={
            "dagster/column_schema": _column_schema(mart, {}),
            "dagster/table_name": f"marts.{mart.name}",
            "declared in": f"sql/marts/{mart.name}.sql",
        },
    )


def _column_schema(mart: Mart, types: Mapping[str, str]) -> dg.TableSchema:
    """Columns with their meaning; their types are known once the mart was read."""
    return dg.TableSchema(
        [dg.TableColumn(name, types.get(name, "any"), meaning) for name, meaning in mart.columns.items()]
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
            schema = _column_schema(mart, column_types(connection, mart))
            yield result._replace(metadata={**result.metadata, "dagster/column_schema": schema, "build_id": build_id})
