"""`broadsheet plan`: what a run would work on. Nothing is written."""

import polars as pl
from rich.console import Console

from assets.accounting.manifest import files_to_parse
from assets.raw_folder import no_files, scan_raw
from assets.reading.sniffing import PROMISES
from assets.warehouse.parsed import parsed_versions
from assets.warehouse.tables import read_table
from assets.warehouse.workspace import open_workspace
from orchestration.commands.doctor import older_files


def show_plan() -> None:
    """Print how many files are new, known, gone or skipped, and the first of the new ones."""
    workspace = open_workspace()
    entries = scan_raw(workspace, read_table(workspace, "raw_entries"))
    if entries.is_empty():
        raise no_files(workspace, "it is empty")
    new = files_to_parse(entries, parsed_versions(workspace), PROMISES)
    console = Console(highlight=False, soft_wrap=True)
    counts = dict(entries.group_by("status").len().iter_rows())
    size = new["size_bytes"].sum() / 1e6
    files = "1 file" if new.height == 1 else f"{new.height} files"
    console.print(f"[bold]{files}[/] ({size:.1f} MB) would be read and parsed; nothing was written.")
    same = entries.filter(pl.col("status") == "seen")["file_id"].drop_nulls()
    copies = f" ({same.len() - same.n_unique()} with the content of another)" if same.len() > same.n_unique() else ""
    console.print(
        f"{counts.get('seen', 0)} files are there{copies}, {counts.get('gone', 0)} are gone (their articles stay)."
    )
    for (reason,), skipped in entries.filter(pl.col("status") == "skipped").group_by("reason", maintain_order=True):
        console.print(f"skipped, {reason}: {skipped.height}")
    if behind := older_files(workspace):
        console.print(f"{behind} files were parsed by an older version; `broadsheet reparse` renews them.")
    for path in new["path"].head(10):
        console.print(f"  {path}", markup=False)
