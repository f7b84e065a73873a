"""Step 2: bytes -> records -> articles, for files that are new; and where every file and record ended."""

from collections.abc import Iterator
from datetime import date

import dagster as dg
import polars as pl

from assets.accounting.outcomes import list_files, list_quarantine, list_record_files
from assets.parse_new import parse_new_files
from assets.progress import announce
from assets.table_assets import PARSE, PREVIEW_ROWS, report_stored, report_table, report_tables, table_spec
from assets.warehouse.parsed import glance, read_columns, read_parsed
from assets.warehouse.soundness import DamagedFileError
from assets.warehouse.standing import results_stand
from assets.warehouse.tables import read_table, write_table
from assets.warehouse.workspace import Workspace

PARSED = ("parsed_articles", "records", "segments", "field_candidates", "parsed_teasers", "parsed_credits")
ACCOUNTED = ("files", "record_files", "quarantine")


class ParseConfig(dg.Config):
    """Landing days (YYYY-MM-DD, both included) to parse anew; leave out to parse only what is new."""

    reparse_from: str | None = None
    reparse_to: str | None = None

    def days(self) -> tuple[date, date] | None:
        """The range to parse anew; None when neither end is given. Raises ValueError when one is no date."""
        if not self.reparse_from and not self.reparse_to:
            return None
        return date.fromisoformat(self.reparse_from or "0001-01-01"), date.fromisoformat(
            self.reparse_to or "9999-12-31"
        )


@dg.multi_asset(
    name="parse_files", specs=[table_spec(name, ["raw_entries"], group=PARSE) for name in (*PARSED, *ACCOUNTED)]
)
def parse_files(config: ParseConfig, workspace: dg.ResourceParam[Workspace]) -> Iterator[dg.MaterializeResult]:
    """Parse new files in worker processes and account for every file and record."""
    entries = read_table(workspace, "raw_entries")
    try:
        yield from _parse(workspace, entries, config.days())
    except DamagedFileError as error:
        # What was damaged is out of the way now: its files count as new.
        announce(str(error))
        yield from _parse(workspace, entries, config.days())


def _parse(
    workspace: Workspace, entries: pl.DataFrame, again: tuple[date, date] | None
) -> Iterator[dg.MaterializeResult]:
    if not parse_new_files(workspace, entries, again) and results_stand(workspace):
        announce("nothing is new: the results of the last run stand")
        yield from report_stored(workspace, ACCOUNTED)
        yield from _report_parsed(workspace)
        return
    parsed = read_parsed(workspace, "parsed_files", "read_records", "rejections")
    files, records = parsed["parsed_files"], parsed["read_records"]
    quarantine = list_quarantine(entries, files, records, parsed["rejections"])
    record_files = list_record_files(records)
    articles = read_columns(workspace, "article_keys", ["record_id"])
    accounted = {
        "files": list_files(entries, files, record_files, quarantine, articles),
        "record_files": record_files,
        "quarantine": quarantine,
    }
    stored = {name: write_table(workspace, name, frame) for name, frame in accounted.items()}
    yield from _report_parsed(workspace)
    yield from report_tables(stored)


def _report_parsed(workspace: Workspace) -> list[dg.MaterializeResult]:
    return [report_table(name, *glance(workspace, name, PREVIEW_ROWS)) for name in PARSED]
