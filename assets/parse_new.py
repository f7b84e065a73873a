"""Parse what is new, in worker processes, and keep it: one batch a landing day, several of a large one.

Put here: which files go to which worker, and what happens when one dies. Keep out: what a worker does (parse_files.py).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

import polars as pl

from assets.accounting.manifest import files_to_parse
from assets.article_texts import name_contents
from assets.parse_task import RawFile, refuse_file
from assets.progress import announce
from assets.reading.sniffing import PROMISES
from assets.reading.workers import Result, Task, map_files
from assets.warehouse.faults import fault_point
from assets.warehouse.merge import merge_batches
from assets.warehouse.parsed import Frames, add_batch, parsed_versions
from assets.warehouse.workspace import Workspace

# What is in memory before it is written; a first import may bring years of files on one landing day.
BATCH_BYTES = 256 * 1024 * 1024


def parse_new_files(workspace: Workspace, entries: pl.DataFrame, again: tuple[date, date] | None = None) -> int:
    """Parse every file content that was not parsed before; returns how many were parsed.

    With `again`, files that landed from the first to the second day (both included) are parsed anew.
    """
    parsed = parsed_versions(workspace)
    if again:
        chosen = entries.filter(pl.col("landed_on").is_between(*again)).select("file_id")
        parsed = parsed.join(chosen, on="file_id", how="anti")
    # Large files first: what is left at the end is small, and no worker waits long for another.
    wanted = files_to_parse(entries, parsed, PROMISES).sort(
        "landed_on", "size_bytes", "path", descending=[False, True, False]
    )
    if wanted.height:
        announce(f"reading and parsing {wanted.height} files")
    for landed_on, parts in groupby(_parse(workspace, wanted), key=itemgetter(0)):
        for batch in _in_batches(frames for _, frames in parts):
            _keep(workspace, landed_on, batch)
    merge_batches(workspace)
    return wanted.height


def _in_batches(parts: Iterable[Frames]) -> Iterator[list[Frames]]:
    """The tables of files one after the other, so many at a time that they take some BATCH_BYTES of memory."""
    batch, size = [], 0
    for frames in parts:
        batch.append(frames)
        size += sum(frame.estimated_size() for frame in frames.values())
        if size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _keep(workspace: Workspace, landed_on: date, parts: list[Frames]) -> None:
    frames = {name: pl.concat([part[name] for part in parts]) for name in parts[0]}
    add_batch(workspace, landed_on, {**frames, "article_keys": name_contents(frames["parsed_articles"])})
    fault_point("after_batch")


def _parse(workspace: Workspace, wanted: pl.DataFrame) -> Iterator[tuple[date, Frames]]:
    """Landing day and tables of each file, in the order of `wanted`; files that changed meanwhile are left out."""
    root = str(workspace.raw_dir)
    columns = wanted.select("size_bytes", "path_bytes", "file_id", "name_hint").iter_rows()
    tasks = [Task(RawFile(root, *file), size_bytes=size) for size, *file in columns]
    results = map_files(tasks, "assets.parse_worker:parse_file")
    for landed_on, result in zip(wanted["landed_on"], results, strict=True):
        frames = _frames(result)
        if frames is not None:
            yield landed_on, frames


def _frames(result: Result) -> Frames | None:
    """What a worker gave; a refusal when it died; None when the file changed meanwhile and waits for the next run."""
    raw: RawFile = result.task.payload
    if result.reason:
        return refuse_file(raw, result.reason, result.detail or result.reason)
    return result.value
