"""Exports hold every row, and nothing a spreadsheet would run."""

import duckdb
import polars as pl
import pytest

from assets.errors import BroadsheetError
from assets.warehouse.export import export_query

QUERY = "select * from (values ('=1+1', ['a', 'b']), ('plain, with comma', [])) t(title, authors)"


def test_csv_cells_are_inert_and_lists_are_text(tmp_path):
    with duckdb.connect() as connection:
        assert export_query(connection, QUERY, tmp_path / "x.csv") == 2
    frame = pl.read_csv(tmp_path / "x.csv")
    assert frame["title"].to_list() == ["'=1+1", "plain, with comma"]
    assert '"a","b"' in frame["authors"][0]


@pytest.mark.parametrize("suffix", ["parquet", "jsonl"])
def test_other_formats_keep_values_as_they_are(tmp_path, suffix):
    with duckdb.connect() as connection:
        export_query(connection, QUERY, tmp_path / f"x.{suffix}")
    path = tmp_path / f"x.{suffix}"
    frame = pl.read_parquet(path) if suffix == "parquet" else pl.read_ndjson(path)
    assert frame["title"].to_list() == ["=1+1", "plain, with comma"] and frame["authors"][0].to_list() == ["a", "b"]


def test_an_unknown_suffix_is_refused(tmp_path):
    with duckdb.connect() as connection, pytest.raises(BroadsheetError, match="suffix"):
        export_query(connection, QUERY, tmp_path / "x.xls")
