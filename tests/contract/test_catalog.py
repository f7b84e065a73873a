"""Every declaration in sql/ is read whole, and DuckDB agrees with what was read."""

import duckdb
import polars as pl
import pytest

from assets.contract.catalog import find_table, load_tables, parse_table
from assets.contract.frames import build_frame, conform_frame
from assets.warehouse.database import comment_statements, create_statement

ALL = {**load_tables("tables"), **load_tables("staging")}

DECLARATION = """-- One row per thing.
create table things (
    thing_id varchar not null, -- Key.
    kind varchar check (kind in ('a', 'b')), -- Closed list.
    other_id varchar references others (other_id), -- Link.
    parts struct(name varchar, n integer)[] not null, -- Nested.
    primary key (thing_id)
);
"""


def test_a_declaration_is_read_whole():
    table = parse_table(DECLARATION)
    assert (table.name, table.grain, table.key) == ("things", "One row per thing.", ("thing_id",))
    assert [c.is_required for c in table.columns] == [True, False, False, True]
    assert table.columns[1].allowed == ("a", "b")
    assert table.columns[2].references == ("others", "other_id")
    assert table.schema["parts"] == pl.List(pl.Struct({"name": pl.String(), "n": pl.Int32()}))


@pytest.mark.parametrize("line", ["    thing_id varchar,", "    thing_id -- no type"])
def test_a_line_without_type_or_meaning_is_refused(line):
    with pytest.raises(ValueError, match="not a column line"):
        parse_table(DECLARATION.replace("    thing_id varchar not null, -- Key.", line))


@pytest.mark.parametrize("table", ALL.values(), ids=ALL.keys())
def test_duckdb_takes_every_declaration(table):
    with duckdb.connect() as connection:
        connection.execute(create_statement(table))
        for statement in comment_statements(table):
            connection.execute(statement)
        described = connection.execute(f"select column_name from (describe {table.name})").fetchall()
        assert [row[0] for row in described] == [c.name for c in table.columns]
        assert connection.sql(f"from {table.name}").pl().schema == table.schema


@pytest.mark.parametrize("table", ALL.values(), ids=ALL.keys())
def test_keys_and_references_name_columns_that_exist(table):
    names = {column.name for column in table.columns}
    assert set(table.key) <= names
    for column in table.columns:
        if column.references:
            other, other_column = column.references
            assert other_column in find_table(other).schema


def test_frames_follow_the_contract_and_are_sorted_by_key():
    rows = [{"article_id": "b", "source_id": "s"}, {"article_id": "a", "source_id": "s"}]
    frame = build_frame("article_sources", rows)
    assert frame["article_id"].to_list() == ["a", "b"]
    wide = frame.with_columns(extra=pl.lit(1)).select("extra", "source_id", "article_id")
    assert conform_frame("article_sources", wide).equals(frame)


def test_a_missing_column_is_an_error():
    with pytest.raises(pl.exceptions.ColumnNotFoundError):
        conform_frame("article_sources", pl.DataFrame({"article_id": ["a"]}))
