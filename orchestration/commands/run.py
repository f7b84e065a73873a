"""`broadsheet run` and `reparse`: the whole pipeline in this process, with progress and a summary."""

import time
import warnings

from assets.errors import BroadsheetError
from assets.warehouse.workspace import open_workspace, prepare
from orchestration.commands.days import check_range
from orchestration.commands.failures import expected_failure, stoppable
from orchestration.commands.progress import show_progress
from orchestration.commands.summary import print_summary, summarize
from orchestration.home import set_dagster_home


def refresh(*, as_json: bool, reparse: tuple[str, str] | None = None, hold: bool = False) -> None:
    """Run the pipeline and print what came out. Raises BroadsheetError when a run cannot be done."""
    if reparse:
        check_range(*reparse)
    workspace = open_workspace()
    prepare(workspace)
    set_dagster_home()
    started = time.monotonic()
    with show_progress(quiet=as_json):
        is_new, articles_new = _execute(reparse, hold)
    seconds = time.monotonic() - started
    summary = summarize(workspace, is_new=is_new, articles_new=articles_new, seconds=seconds)
    print_summary(summary, as_json=as_json)


def _execute(reparse: tuple[str, str] | None, hold: bool) -> tuple[bool, int | None]:
    """Run the job with history kept; returns whether a new build was published, and how many articles are new in it."""
    warnings.filterwarnings("ignore", module="dagster")
    import dagster as dg

    from orchestration.definitions import defs
    from orchestration.event_log import keep_connections

    job = defs.resolve_job_def("reparse" if reparse else "refresh")
    try:
        with stoppable(), dg.DagsterInstance.get() as instance, keep_connections(instance):
            result = job.execute_in_process(instance=instance, run_config=_run_config(reparse, hold))
    except Exception as error:
        raise expected_failure(error) from error
    _raise_failed_checks(result)
    events = result.asset_materializations_for_node("published_warehouse")
    metadata = {key: entry.value for key, entry in events[0].metadata.items()}
    return bool(metadata["is_new_build"]), metadata.get("articles_new")


def _run_config(reparse: tuple[str, str] | None, hold: bool) -> dict[str, object]:
    config: dict[str, object] = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    if reparse:
        days = {"reparse_from": reparse[0], "reparse_to": reparse[1]}
        config["ops"] = {"parse_files": {"config": days}, "published_warehouse": {"config": {"hold": hold}}}
    return config


def _raise_failed_checks(result: object) -> None:
    failed = [e for e in result.get_asset_check_evaluations() if not e.passed and e.blocking]
    if failed:
        rules = sorted(f"{e.check_name}: {e.description}" for e in failed)
        raise BroadsheetError(
            "The new tables failed their checks, nothing was published",
            where="; ".join(rules),
            why=f"{len(failed)} of the blocking checks found bad rows",
            do="See the check's sample rows in `make ui`; readers still see the last build.",
        )
