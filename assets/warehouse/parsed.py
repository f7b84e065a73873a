"""The parsed store: what each file's bytes gave, as Parquet, one folder per landing day, one numbered batch a run.

A batch is written aside and renamed into place, so it is there whole or not at all. Re-parsing adds a newer batch;
of every file and record the newest batch counts. A batch whose tables are not those of the contract was written by
another version: it counts as not there, and its files are parsed again.
"""

import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl

from assets.contract.catalog import find_table
from assets.contract.frames import build_frame, conform_frame
from assets.warehouse.files import flush_folder, read_columns_of, write_parquet
from assets.warehouse.soundness import read_kept, read_kept_files
from assets.warehouse.workspace import Workspace

BY_FILE = ("parsed_files", "read_records")
BY_RECORD = ("records", "rejections", "segments", "parsed_articles", "article_keys", "parsed_teasers")
BY_ARTICLE = ("parsed_credits", "field_candidates")

Frames = dict[str, pl.DataFrame]


def add_batch(workspace: Workspace, landed_on: date, frames: Frames) -> None:
    """Store what a set of files gave. `frames` holds every table of BY_FILE, BY_RECORD and BY_ARTICLE."""
    day = workspace.work_dir / "parsed" / landed_on.isoformat()
    aside = workspace.work_dir / "parsed" / ".aside"
    shutil.rmtree(aside, ignore_errors=True)
    for name, frame in frames.items():
        key = list(find_table(name).key)
        write_parquet(
            conform_frame(name, frame.unique(key, keep="first", maintain_order=True)),
            aside / f"{name}.parquet",
        )
    day.mkdir(parents=True, exist_ok=True)
    aside.replace(day / f"{_next_number(workspace):06}")
    flush_folder(day)


def read_parsed(workspace: Workspace, *names: str) -> Frames:
    """The named tables of the parsed store, each file and record as its newest batch has it, sorted by key."""
    return {name: conform_frame(name, _read_newest(workspace, name)) for name in names}


def read_columns(workspace: Workspace, name: str, columns: Sequence[str]) -> pl.DataFrame:
    """Some columns of a table of the parsed store, and `batch`: the number of the batch that a row is from."""
    owner = "article_id" if name in BY_ARTICLE else "file_id" if name in BY_FILE else "record_id"
    rows = _read_newest(workspace, name, list(dict.fromkeys([*columns, owner])))
    return rows.select(*columns, "batch")


def read_rows(
    workspace: Workspace, name: str, wanted: pl.DataFrame, columns: Sequence[str] | None = None
) -> pl.DataFrame:
    """Rows of a table for the keys in `wanted`: batch and one of article_id, record_id. Opens only their batches."""
    key = next(column for column in wanted.columns if column != "batch")
    parts = [build_frame(name, []).select(columns or pl.all())]
    for batch in _batches(workspace):
        keys = wanted.filter(pl.col("batch") == int(batch.name))[key]
        if len(keys):
            is_wanted = pl.col(key).is_in(keys.implode())
            parts.append(read_kept(workspace, batch / f"{name}.parquet", columns, is_wanted))
    return pl.concat(parts)


def glance(workspace: Workspace, name: str, rows: int) -> tuple[int, pl.DataFrame]:
    """How many rows a table of the parsed store has, and its first `rows` rows by key."""
    key = list(find_table(name).key)
    keys = read_columns(workspace, name, key)
    first = keys.sort(key).head(rows)
    found = read_rows(workspace, name, first.select(key[0], "batch"))
    return keys.height, conform_frame(name, found.join(first.select(key), on=key, how="semi"))


def parsed_versions(workspace: Workspace) -> pl.DataFrame:
    """file_id, name_hint and parser_version of every file content that was parsed, as its newest batch has it."""
    return _read_newest(workspace, "parsed_files", ["file_id", "name_hint", "parser_version"]).drop("batch")


def parsed_state(workspace: Workspace) -> tuple:
    """Something that differs when the batches do."""
    return tuple((str(path), path.stat().st_mtime_ns) for path in _batches(workspace))


def _read_newest(workspace: Workspace, name: str, columns: list[str] | None = None) -> pl.DataFrame:
    """Rows of a table from the newest batch that holds their file, record or article."""
    if name in BY_ARTICLE:
        newest, on = _read_newest(workspace, "parsed_articles", ["article_id", "record_id"]), ["article_id", "batch"]
    else:
        key = "file_id" if name in BY_FILE else "record_id"
        newest, on = _newest(workspace, key), [key, "batch"]
    return _read_all(workspace, name, columns).join(newest.select(on), on=on, how="semi")


def _newest(workspace: Workspace, key: str) -> pl.DataFrame:
    """The newest batch of every file_id or record_id.

    A file that was parsed again may give other records: those that no file gives any more are left out.
    """
    owner = "parsed_files" if key == "file_id" else "records"
    newest = _read_all(workspace, owner, [key]).group_by(key).agg(pl.col("batch").max())
    if key == "file_id" or not _read_all(workspace, "parsed_files", ["file_id"])["file_id"].is_duplicated().any():
        return newest
    given = _read_newest(workspace, "read_records", ["file_id", "record_id"])
    return newest.join(given, on=key, how="semi")


def _batches(workspace: Workspace) -> list[Path]:
    """Batches of this version of the tables, in the order in which they were made."""
    usable = (path for path in _all_batches(workspace) if _is_of_this_version(path, path.stat().st_mtime_ns))
    return sorted(usable, key=lambda path: (path.name, path))


def unused_batches(workspace: Workspace) -> list[Path]:
    """Batches that count as not there, because another version wrote them or a table's columns cannot be read."""
    return sorted(set(_all_batches(workspace)) - set(_batches(workspace)))


def _all_batches(workspace: Workspace) -> Iterator[Path]:
    return (workspace.work_dir / "parsed").glob("????-??-??/??????")


@cache
def _is_of_this_version(batch: Path, _changed_ns: int) -> bool:
    """The batch has every table with the columns of the contract. Looked at once; `_changed_ns` is the folder's."""
    return all(read_columns_of(batch / f"{name}.parquet") == schema for name, schema in _schemas().items())


@cache
def _schemas() -> dict[str, pl.Schema]:
    return {name: find_table(name).schema for name in (*BY_FILE, *BY_RECORD, *BY_ARTICLE)}


def _next_number(workspace: Workspace) -> int:
    return max((int(path.name) for path in _all_batches(workspace)), default=-1) + 1


def _read_all(workspace: Workspace, name: str, columns: list[str] | None = None) -> pl.DataFrame:
    """All batches' rows of a table, with the batch number."""
    columns = columns or list(find_table(name).schema)
    numbers = {str(batch / f"{name}.parquet"): int(batch.name) for batch in _batches(workspace)}
    if not numbers:
        return build_frame(name, []).select(columns).with_columns(batch=pl.lit(0, pl.Int32))
    rows = read_kept_files(workspace, list(numbers), columns)
    return rows.with_columns(batch=pl.col("path").replace_strict(numbers, return_dtype=pl.Int32)).drop("path")
