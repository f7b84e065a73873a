"""Which tables a batch of the parsed store has, and whether they are those of the present contract.

Opening ten files of each of some hundred batches takes a second: a batch has a note of what it was when it was written,
and is looked into only when that is not what it is now.
"""

import hashlib
from functools import cache
from pathlib import Path

import polars as pl

from assets.contract.catalog import find_table
from assets.warehouse.batches import Batch
from assets.warehouse.files import read_columns_of

BY_FILE = ("parsed_files", "read_records")
BY_RECORD = ("records", "rejections", "segments", "parsed_articles", "article_keys", "parsed_teasers")
BY_ARTICLE = ("parsed_credits", "field_candidates")
TABLES = (*BY_FILE, *BY_RECORD, *BY_ARTICLE)

_NOTE = "contract"


def note_contract(folder: Path) -> None:
    """Note that the tables of a batch, which were just written, are those of the contract."""
    (folder / _NOTE).write_text(_describe(folder), encoding="ascii")


@cache
def is_of_this_version(batch: Batch) -> bool:
    """The batch has every table with the columns of the contract. Looked at once."""
    try:
        if (batch.path / _NOTE).read_text(encoding="ascii") == _describe(batch.path):
            return True
    except (OSError, ValueError):
        pass
    return _has_columns(batch)


def _has_columns(batch: Batch) -> bool:
    number = {"batch": pl.Int32} if batch.is_merged else {}
    schemas = ((read_columns_of(batch.path / f"{name}.parquet"), schema) for name, schema in _schemas().items())
    return all(found == pl.Schema({**schema, **number}) for found, schema in schemas)


def _describe(folder: Path) -> str:
    """A hash of the contract, and of the size and time of every file."""
    files = [(name, (folder / f"{name}.parquet").stat()) for name in TABLES]
    state = [(name, status.st_size, status.st_mtime_ns) for name, status in files]
    return hashlib.blake2b(repr((_contract(), state)).encode(), digest_size=16).hexdigest()


@cache
def _contract() -> str:
    return hashlib.blake2b(repr(_schemas()).encode()).hexdigest()


@cache
def _schemas() -> dict[str, pl.Schema]:
    return {name: find_table(name).schema for name in TABLES}
