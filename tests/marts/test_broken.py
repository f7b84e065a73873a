"""A file of sql/marts that cannot be used is named, with what is wrong and what to do."""

import duckdb
import pytest

from assets.errors import BroadsheetError
from assets.warehouse import marts

GOOD = "-- One row per number.\n-- n: The number.\nselect n from range(7) as t (n)\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "marts").mkdir()
    monkeypatch.setattr(marts, "SQL_DIR", tmp_path)
    marts.load_marts.cache_clear()
    yield tmp_path / "marts"
    marts.load_marts.cache_clear()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it does not begin with a comment"),
        ("select 1 as n", "it does not begin with a comment"),
        ("-- One row per number.\n-- n: The number.\n", "it holds no SELECT"),
        ("-- One row per number.\n-- n: The number.\nselec n from range(7) t (n)\n", 'syntax error at or near "selec"'),
        (f"{GOOD};{GOOD}", "it holds more than one statement"),
        (GOOD.replace("-- n:", "-- m:"), "its comments and its query differ in columns: ['m', 'n']"),
        (GOOD.replace("range(7)", "nowhere"), "Table with name nowhere does not exist"),
    ],
)
def test_a_broken_file_is_named(folder, text, why):
    (folder / "numbers.sql").write_text(text)
    with pytest.raises(BroadsheetError) as caught, duckdb.connect() as connection:
        marts.create_marts(connection)
    assert "sql/marts/numbers.sql" in str(caught.value) and why in str(caught.value)
    assert "docs/add-a-mart.md" in str(caught.value)


def test_a_mart_is_counted_and_its_first_rows_are_shown(folder, monkeypatch):
    monkeypatch.setattr(marts, "ROWS_A_PIECE", 3)
    (folder / "numbers.sql").write_text(GOOD.replace("range(7)", "range(5000)"))
    (folder / "none.sql").write_text(GOOD.replace("range(7)", "range(0)"))
    with duckdb.connect() as connection:
        marts.create_marts(connection)
        none, numbers = (marts.look_at_mart(connection, mart) for mart in marts.load_marts())
    assert numbers[0] == 5000 and numbers[1]["n"].to_list() == [0, 1, 2, 3, 4][: numbers[1].height]
    assert none[0] == 0 and none[1].columns == ["n"]
