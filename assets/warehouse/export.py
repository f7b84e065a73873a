"""Write a table, mart or query of the published warehouse to a file of another kind."""

from pathlib import Path

import duckdb
import polars as pl

from assets.errors import BroadsheetError

# Spreadsheets run a cell that starts with one of these as a formula.
_FORMULA = r"^[=+\-@\t\r]"


def export_query(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> int:
    """Write the rows of `query` to `path`, as its suffix says (parquet, csv, jsonl); returns how many.

    Lists and structs become JSON text in csv, and cells that a spreadsheet would run get a leading apostrophe.
    Raises BroadsheetError for another suffix.
    """
    writers = {".parquet": _write_parquet, ".csv": _write_csv, ".jsonl": _write_jsonl}
    if path.suffix not in writers:
        raise BroadsheetError(
            "Cannot export to that",
            where=str(path),
            why="the suffix names no format",
            do="Use .parquet, .csv or .jsonl.",
            exit_code=2,
        )
    frame = connection.sql(query).pl()
    writers[path.suffix](frame, path)
    return frame.height


def _write_parquet(frame: pl.DataFrame, path: Path) -> None:
    frame.write_parquet(path)


def _write_jsonl(frame: pl.DataFrame, path: Path) -> None:
    frame.write_ndjson(path)


def _write_csv(frame: pl.DataFrame, path: Path) -> None:
    nested = [name for name, kind in frame.schema.items() if kind.is_nested()]
    as_text = (pl.struct(name).struct.json_encode().alias(name) for name in nested)
    frame.with_columns(as_text).with_columns(_inert(pl.col(pl.String))).write_csv(path)


def _inert(column: pl.Expr) -> pl.Expr:
    return pl.when(column.str.contains(_FORMULA)).then("'" + column).otherwise(column).name.keep()
