"""Parse what is new, in worker processes, and keep it: one batch a landing day.

Put here: which files go to which worker, and what happens when one dies. Keep out: what a worker does (parse_files.py).
"""

from collections.abc import Iterable, Iterator
from datetime import date

import polars as pl

from assets.accounting.manifest import files_to_parse
from assets.parse_files import RawFile, refuse_file
from assets.progress import announce
from assets.reading.workers import Result, Task, map_files
from assets.warehouse.faults import fault_point
from assets.warehouse.parsed import Frames, add_batch, parsed_versions
from assets.warehouse.workspace import Workspace


def parse_new_files(workspace: Workspace, entries: pl.DataFrame, again: tuple[date, date] | None = None) -> int:
    """Parse every file content that was not parsed before; returns how many were parsed.

    With `again`, files that landed from the first to the second day (both included) are parsed anew.
    """
    parsed = parsed_versions(workspace)
    if again:
        chosen = entries.filter(pl.col("landed_on").is_between(*again)).select("file_id")
        parsed = parsed.join(chosen, on="file_id", how="anti")
    wanted = files_to_parse(entries, parsed).sort("landed_on", "path")
    for (landed_on,), files in wanted.group_by("landed_on", maintain_order=True):
        announce(f"parsing {files.height} files that landed on {landed_on}")
        _parse_day(workspace, landed_on, files)
    return wanted.height


def _parse_day(workspace: Workspace, landed_on: date, files: pl.DataFrame) -> None:
    root = str(workspace.raw_dir)
    raws = [RawFile(root, path, file_id) for path, file_id in files.select("path_bytes", "file_id").iter_rows()]
    parts = list(_parse(raws, files["size_bytes"]))
    if parts:
        add_batch(workspace, landed_on, {name: pl.concat([part[name] for part in parts]) for name in parts[0]})
        fault_point("after_batch")


def _parse(raws: list[RawFile], sizes: Iterable[int]) -> Iterator[Frames]:
    tasks = [Task(raw, size_bytes=size or 0) for raw, size in zip(raws, sizes, strict=True)]
    for result in map_files(tasks, "assets.parse_worker:parse_file"):
        frames = _frames(result)
        if frames is not None:
            yield frames


def _frames(result: Result) -> Frames | None:
    """What a worker gave; a refusal when it died; None when the file changed meanwhile and waits for the next run."""
    raw: RawFile = result.task.payload
    if result.reason:
        return refuse_file(raw, result.reason, result.detail or result.reason)
    return result.value
