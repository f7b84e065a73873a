"""Rows of the published tables: small ones as frames, large ones by owner, read from the parsed store when new.

Put here: what a row of a large table is made from. Keep out: comparing with what is loaded (warehouse/owned_rows.py).
"""

from functools import partial

import polars as pl

from assets.article_texts import trim_bodies
from assets.compose.segments import relabel_furniture
from assets.contract.catalog import load_tables
from assets.contract.frames import conform_frame
from assets.warehouse.owned_rows import OwnedRows, own_rows
from assets.warehouse.parsed import read_columns, read_rows
from assets.warehouse.tables import read_table
from assets.warehouse.workspace import Workspace

# Tables with many rows an article, which a stage leaves as one frame.
_BY_ARTICLE = ("mentions", "article_entities", "article_topics", "quotes")
_FROM_PARSING = {"records": "record_id", "segments": "record_id", "field_candidates": "article_id"}


def warehouse_rows(workspace: Workspace) -> dict[str, pl.DataFrame | OwnedRows]:
    """Every published table: its frame, or its rows by owner."""
    return {name: _rows(workspace, name) for name in load_tables("tables")}


def _rows(workspace: Workspace, name: str) -> pl.DataFrame | OwnedRows:
    if name == "articles":
        return _article_rows(workspace)
    if name == "segments":
        return _segment_rows(workspace)
    if name in _FROM_PARSING:
        return _parsed_rows(workspace, name)
    frame = read_table(workspace, name)
    return own_rows(frame, "article_id") if name in _BY_ARTICLE else frame


def _parsed_rows(workspace: Workspace, name: str) -> OwnedRows:
    """What a record or article gave is known by the batch that it is from."""
    owner = _FROM_PARSING[name]
    batches = read_columns(workspace, "records" if owner == "record_id" else "article_keys", [owner])
    # Batch by batch: the rows of a slice of owners are then in few files.
    batches = batches.sort("batch", owner)
    return OwnedRows(batches.select(owner, origin=_as_origin("batch")), partial(_read, workspace, name, batches))


def _read(workspace: Workspace, name: str, batches: pl.DataFrame, wanted: pl.Series) -> pl.DataFrame:
    return read_rows(workspace, name, batches.filter(pl.col(wanted.name).is_in(wanted.implode())))


def _article_rows(workspace: Workspace) -> OwnedRows:
    composed = read_table(workspace, "composed_articles")
    batches = composed.select("article_id", "batch")
    trimmed = read_table(workspace, "trimmed_articles")

    def read(wanted: pl.Series) -> pl.DataFrame:
        parsed = _read(workspace, "parsed_articles", batches, wanted)
        return fill_articles(composed, parsed, trimmed)

    owners = composed.with_columns(origin=composed.hash_rows()).sort("batch", "article_id")
    return OwnedRows(owners.select("article_id", "origin"), read)


def fill_articles(composed: pl.DataFrame, parsed: pl.DataFrame, trimmed: pl.DataFrame) -> pl.DataFrame:
    """`articles` for the rows of `parsed_articles`: their place among the others, less what `trimmed` leaves out."""
    left_out = trimmed.rename({"furniture": "left_out"})
    place = composed.drop("record_id", "is_embedded", "title", "word_count", "batch")
    notes = left_out.select("article_id", count=pl.col("left_out").list.len()).filter(pl.col("count") > 0)
    joined = trim_bodies(parsed, left_out).join(place, on="article_id").join(notes, on="article_id", how="left")
    noted = pl.when(pl.col("count").is_null()).then("changes").otherwise(pl.col("changes").list.concat(_note()))
    return conform_frame("articles", joined.with_columns(changes=noted))


def _note() -> pl.Expr:
    """The entry in `changes` that says how many paragraphs left the body, and why."""
    return pl.concat_list(
        pl.struct(
            field=pl.lit("body"),
            change=pl.format("left out repeated paragraphs: {}", pl.col("count")),
            reason=pl.lit("the outlet has them in other articles, too: table boilerplate"),
        )
    )


def _segment_rows(workspace: Workspace) -> OwnedRows:
    """Segments change with their record's batch, and with what is learned of its articles' paragraphs."""
    plain = _parsed_rows(workspace, "segments")
    trimmed = read_table(workspace, "trimmed_articles").filter(pl.col("furniture").list.len() > 0)
    records = read_columns(workspace, "article_keys", ["article_id", "record_id"])
    touched = trimmed.join(records, on="article_id").sort("article_id")
    learned = touched.group_by("record_id").agg(learned=pl.struct("article_id", "furniture").hash().sum())
    owners = plain.owners.join(learned, on="record_id", how="left", maintain_order="left")

    def read(wanted: pl.Series) -> pl.DataFrame:
        own = touched.filter(pl.col("record_id").is_in(wanted.implode()))
        bodies = read_rows(workspace, "parsed_articles", own.select("article_id", "batch"), ["article_id", "body"])
        texts = read_rows(workspace, "records", own.select("record_id", "batch").unique(), ["record_id", "text"])
        return relabel_furniture(plain.read(wanted), own.join(bodies, on="article_id"), texts)

    return OwnedRows(owners.select("record_id", origin=pl.col("origin") + pl.col("learned").fill_null(0)), read)


def _as_origin(column: str) -> pl.Expr:
    return pl.col(column).cast(pl.UInt64)
