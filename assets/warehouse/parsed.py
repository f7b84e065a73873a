"""The parsed store: what each file's bytes gave, as Parquet, one folder per landing day, one numbered batch a run.

A batch is written aside and renamed into place, so it is there whole or not at all. Re-parsing adds a newer batch;
of every file and record the newest batch counts. A batch whose tables are not those of the contract was written by
another version: it counts as not there, and its files are parsed again. Small batches are merged (merge.py).
"""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import polars as pl

from assets.contract.catalog import find_table
from assets.contract.frames import build_frame, conform_frame
from assets.warehouse.batch_tables import BY_ARTICLE, BY_FILE, is_of_this_version, note_contract
from assets.warehouse.batches import Batch, find_batches, store_of
from assets.warehouse.files import flush_folder, write_parquet
from assets.warehouse.soundness import read_kept, read_kept_files
from assets.warehouse.workspace import Workspace

Frames = dict[str, pl.DataFrame]


def add_batch(workspace: Workspace, landed_on: date, frames: Frames) -> None:
    """Store what a set of files gave. `frames` holds every table of BY_FILE, BY_RECORD and BY_ARTICLE."""
    day, aside = store_of(workspace) / landed_on.isoformat(), store_of(workspace) / ".aside"
    shutil.rmtree(aside, ignore_errors=True)
    for name, frame in frames.items():
        key = list(find_table(name).key)
        write_parquet(
            conform_frame(name, frame.unique(key, keep="first", maintain_order=True)),
            aside / f"{name}.parquet",
        )
    note_contract(aside)
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
    parts = [build_frame(name, []).select(columns or pl.all())]
    for batch in _batches(workspace):
        keys = wanted.filter(pl.col("batch").is_in(list(batch.numbers)))
        if keys.height:
            parts.append(_read_keys(workspace, batch, name, keys, columns))
    return pl.concat(parts)


def _read_keys(
    workspace: Workspace, batch: Batch, name: str, keys: pl.DataFrame, columns: Sequence[str] | None
) -> pl.DataFrame:
    key = next(column for column in keys.columns if column != "batch")
    path, is_wanted = batch.path / f"{name}.parquet", pl.col(key).is_in(keys[key].implode())
    if not batch.is_merged:
        return read_kept(workspace, path, columns, is_wanted)
    columns = columns or list(find_table(name).schema)
    rows = read_kept(workspace, path, list(dict.fromkeys([*columns, key, "batch"])), is_wanted)
    return rows.join(keys, on=[key, "batch"], how="semi").select(columns)


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


def parsed_state(workspace: Workspace) -> tuple[Batch, ...]:
    """Something that differs when the batches do."""
    return tuple(_batches(workspace))


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


def unused_batches(workspace: Workspace) -> list[Path]:
    """Batches that count as not there, because another version wrote them or a table's columns cannot be read."""
    return sorted(batch.path for batch in find_batches(workspace) if not is_of_this_version(batch))


def read_batch(workspace: Workspace, batch: Batch, name: str) -> pl.DataFrame:
    """A table of one batch, with the number of the batch that a row is from."""
    rows = read_kept(workspace, batch.path / f"{name}.parquet")
    return rows if batch.is_merged else rows.with_columns(batch=pl.lit(batch.number, pl.Int32))


def _batches(workspace: Workspace) -> list[Batch]:
    """Batches of this version of the tables, in the order in which they were made."""
    return [batch for batch in find_batches(workspace) if is_of_this_version(batch)]


def _next_number(workspace: Workspace) -> int:
    return max((batch.number for batch in find_batches(workspace)), default=-1) + 1


def _read_all(workspace: Workspace, name: str, columns: list[str] | None = None) -> pl.DataFrame:
    """All batches' rows of a table, with the batch number."""
    columns = columns or list(find_table(name).schema)
    batches = _batches(workspace)
    numbers = {str(batch.path / f"{name}.parquet"): batch.number for batch in batches if not batch.is_merged}
    merged = [str(batch.path / f"{name}.parquet") for batch in batches if batch.is_merged]
    parts = [build_frame(name, []).select(columns).with_columns(batch=pl.lit(0, pl.Int32))]
    if numbers:
        rows = read_kept_files(workspace, list(numbers), columns)
        parts.append(
            rows.with_columns(batch=pl.col("path").replace_strict(numbers, return_dtype=pl.Int32)).drop("path")
        )
    if merged:
        parts.append(read_kept_files(workspace, merged, [*columns, "batch"]).drop("path"))
    return pl.concat(parts)
