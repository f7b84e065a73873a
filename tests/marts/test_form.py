"""The form of the files: what the docs and the interface read from them is true."""

import re

import pytest

from tests.marts.small_warehouse import MARTS, ask, build_warehouse, header_columns

NAMED_IN_DESIGN = {
    "daily_volume", "story_timeline", "first_reports", "syndication", "text_reuse", "entity_daily",
    "entity_pairs_daily", "rising_entities", "topic_daily", "quote_lineup", "most_quoted", "blindspots",
    "source_health", "doubtful_fields", "funnel",
}  # fmt: skip


@pytest.fixture(scope="module")
def empty():
    return build_warehouse()


def test_every_mart_of_the_design_is_there():
    assert {path.stem for path in MARTS} >= NAMED_IN_DESIGN


@pytest.mark.parametrize("path", MARTS, ids=lambda path: path.stem)
def test_declared_columns_are_the_columns(empty, path):
    described = ask(empty, f"describe marts.{path.stem}")
    assert [row[0] for row in described] == header_columns(path.read_text("utf-8"))
    assert ask(empty, f"select * from marts.{path.stem}") == []


@pytest.mark.parametrize("path", MARTS, ids=lambda path: path.stem)
def test_a_file_is_a_grain_columns_and_one_select(path):
    lines = path.read_text("utf-8").splitlines()
    comments = [line for line in lines if line.startswith("--")]
    assert lines[: len(comments)] == comments
    assert comments[0].startswith("-- One row per ")
    query = "\n".join(lines[len(comments) :])
    assert re.match(r"(select|with)\b", query)
    assert ";" not in query
    assert "->" not in query
    assert "select *" not in query
