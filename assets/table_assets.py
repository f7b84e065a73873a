"""From the contract to Dagster: what the UI shows of a table before and after a run.

Put here: specs, metadata and check results that follow from the contract. Keep out: how a table's rows come about.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import dagster as dg
import polars as pl

from assets.contract.catalog import SQL_DIR, Column, Table, find_table
from assets.warehouse.checks import Check, CheckResult
from assets.warehouse.standing import results_stand
from assets.warehouse.tables import glance_table
from assets.warehouse.workspace import Workspace

# Groups show as boxes in the UI, in the order of the flow.
PARSE, RELATE, WAREHOUSE, MARTS = "parse", "relate", "warehouse", "marts"
PREVIEW_ROWS = 5
CELL_CHARS = 80

# The one table that is loaded from several frames: this one has a row an article (step_10_tables.py).
_STORED_AS = {"articles": "composed_articles"}

Step = Callable[[Workspace], Iterator[dg.MaterializeResult]]


def table_spec(name: str, deps: Sequence[str] = (), *, group: str = RELATE) -> dg.AssetSpec:
    """The asset of contract or staging table `name`, made from the assets `deps` and what those were made from.

    Only the nearest are named: a graph that draws every ancestor cannot be read.
    """
    table = find_table(name)
    folder = "tables" if (SQL_DIR / "tables" / f"{name}.sql").exists() else "staging"
    return dg.AssetSpec(
        key=name,
        deps=list(deps),
        description=table.grain,
        group_name=group,
        kinds={"polars", "parquet"},
        tags={"layer": folder},
        metadata={
            "dagster/column_schema": _column_schema(table),
            "dagster/table_name": name,
            "declared in": f"sql/{folder}/{name}.sql",
        },
    )


def table_step(name: str, specs: Sequence[dg.AssetSpec]) -> Callable[[Step], dg.AssetsDefinition]:
    """A multi_asset of the tables in `specs`; its function is called unless the results of the last run still stand.

    Then the stored tables are reported as they are: they were brought up to date, there was nothing to do.
    """
    tables = [spec.key.to_user_string() for spec in specs]

    def define(make: Step) -> dg.AssetsDefinition:
        @dg.multi_asset(name=name, specs=specs, description=make.__doc__)
        def step(workspace: dg.ResourceParam[Workspace]) -> Iterator[dg.MaterializeResult]:
            yield from report_stored(workspace, tables) if results_stand(workspace) else make(workspace)

        return step

    return define


def report_stored(workspace: Workspace, names: Sequence[str]) -> Iterator[dg.MaterializeResult]:
    """The materialization of tables as an earlier run stored them."""
    for name in names:
        yield report_table(name, *glance_table(workspace, _STORED_AS.get(name, name), PREVIEW_ROWS))


def report_tables(frames: Mapping[str, pl.DataFrame]) -> Iterator[dg.MaterializeResult]:
    """One materialization a table, with its row count and first rows."""
    for name, frame in frames.items():
        yield report_table(name, frame.height, frame)


def report_table(name: str, row_count: int, first_rows: pl.DataFrame) -> dg.MaterializeResult:
    """The materialization of a table of which only the first rows are in memory."""
    metadata = {"dagster/row_count": row_count, "preview": _preview(first_rows)}
    return dg.MaterializeResult(asset_key=name.split("/"), metadata=metadata)


def shown_build(context: dg.AssetExecutionContext, asset: Sequence[str]) -> str | None:
    """The build that the newest materialization of an asset speaks of; None when there is none."""
    newest = context.instance.get_latest_materialization_event(dg.AssetKey(asset))
    shown = newest.asset_materialization.metadata.get("build_id") if newest else None
    return shown.value if shown else None


def runs_all_before(context: dg.AssetExecutionContext) -> bool:
    """True when this run executes every step that the asset is made from: not in a selection of assets that the UI was
    asked for, nor when only what failed in another run is done again."""
    graph = context.job_def.asset_layer.asset_graph
    before = graph.get_ancestor_asset_keys(context.asset_key)
    steps = {graph.get(key).assets_def.node_def.name for key in before & graph.executable_asset_keys}
    return before <= graph.executable_asset_keys and steps <= set(context.run.step_keys_to_execute or ())


def check_spec(check: Check, asset: str) -> dg.AssetCheckSpec:
    """The asset check that shows `check` on `asset`."""
    return dg.AssetCheckSpec(check.name, asset=asset, description=check.description, blocking=check.is_blocking)


def check_result(result: CheckResult, asset: str) -> dg.AssetCheckResult:
    """The outcome of a check: how many rows and rules failed, which rules, and the first failing rows."""
    metadata: dict[str, dg.MetadataValue] = {
        "failed_rows": dg.MetadataValue.int(result.failed),
        "rows": dg.MetadataValue.int(result.total),
        "rules": dg.MetadataValue.int(len(result.check.rules)),
    }
    if result.broken:
        broken = [{"rule": rule.meaning, "failed_rows": failed} for rule, failed in result.broken.items()]
        metadata["failed_rules"] = show_rows(broken)
        metadata["sample"] = _preview(pl.DataFrame(result.sample, infer_schema_length=None))
    return dg.AssetCheckResult(
        passed=not result.broken,
        asset_key=asset,
        check_name=result.check.name,
        severity=dg.AssetCheckSeverity.ERROR if result.check.is_blocking else dg.AssetCheckSeverity.WARN,
        description="; ".join(f"{rule.meaning} ({failed} rows fail)" for rule, failed in result.broken.items()) or None,
        metadata=metadata,
    )


def show_rows(rows: Sequence[Mapping[str, object]]) -> dg.MetadataValue:
    """All of a few rows, as a table."""
    return _preview(pl.DataFrame(rows, infer_schema_length=None), len(rows))


def _column_schema(table: Table) -> dg.TableSchema:
    return dg.TableSchema(columns=[_table_column(column, table.key) for column in table.columns])


def _table_column(column: Column, key: tuple[str, ...]) -> dg.TableColumn:
    constraints = dg.TableColumnConstraints(nullable=not column.is_required, unique=key == (column.name,))
    return dg.TableColumn(column.name, column.sql_type, column.comment, constraints)


def _preview(frame: pl.DataFrame, rows_shown: int = PREVIEW_ROWS) -> dg.MetadataValue:
    """The first rows as text cells: article text must never reach a field that renders markdown or links."""
    rows = frame.head(rows_shown).to_dicts()
    records = [dg.TableRecord({key: _cell(value) for key, value in row.items()}) for row in rows]
    columns = [dg.TableColumn(name) for name in frame.columns]
    return dg.MetadataValue.table(records, dg.TableSchema(columns=columns))


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= CELL_CHARS else text[: CELL_CHARS - 1] + "…"
