"""A work database of another version of the tables is made again; nothing of it is used."""

import duckdb
import pytest

from assets.contract.frames import build_frame
from assets.warehouse.database import open_work_database
from assets.warehouse.load import load_tables


def sources(*names: str):
    rows = [{"source_id": n, "name": n, "kind": "publisher", "article_count": 1} for n in names]
    return {"sources": build_frame("sources", rows)}


@pytest.mark.parametrize("change", ["drop column name", "add column colour varchar", "rename column name to title"])
def test_other_columns_are_another_version(workspace, change):
    load_tables(workspace, sources("a", "b"))
    with duckdb.connect(str(workspace.work_database)) as connection:
        connection.execute(f"alter table sources {change}")
    with pytest.warns(UserWarning, match="another version"):
        assert load_tables(workspace, sources("a", "b")) == {"sources": 2}


def test_a_database_of_this_version_is_kept_whatever_else_is_in_it(workspace):
    load_tables(workspace, sources("a"))
    with duckdb.connect(str(workspace.work_database)) as connection:
        connection.execute("create table mine (n integer)")
    assert load_tables(workspace, sources("a")) == {"sources": 0}
    with open_work_database(workspace) as connection:
        assert connection.execute("select count(*) from mine").fetchall() == [(0,)]
