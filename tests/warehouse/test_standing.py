"""The last run's results stand until anything that they were made of, or that they are, is another."""

import os

import pytest

from assets.contract.frames import build_frame
from assets.warehouse import standing
from assets.warehouse.load import load_tables
from assets.warehouse.standing import note_results, results_stand, standing_build
from assets.warehouse.tables import write_table


@pytest.fixture
def noted(workspace):
    """A workspace with a stored table and a work database, as a run left them."""
    frame = build_frame("topics", [{"topic_id": "1", "label": "labour", "level": 1}])
    write_table(workspace, "topics", frame)
    load_tables(workspace, {"topics": frame})
    note_results(workspace, "b1")
    return workspace


def table(workspace):
    return workspace.work_dir / "tables" / "topics.parquet"


def test_nothing_stands_before_a_run_is_done(workspace):
    assert not results_stand(workspace) and standing_build(workspace) is None


def test_what_a_run_left_stands_also_after_it_was_read(noted):
    load_tables(noted, {})
    assert results_stand(noted) and standing_build(noted) == "b1"


@pytest.mark.parametrize(
    "change",
    [
        lambda workspace, patch: table(workspace).unlink(),
        lambda workspace, patch: table(workspace).write_bytes(table(workspace).read_bytes()[::-1]),
        lambda workspace, patch: os.utime(table(workspace), ns=(1, 1)),
        lambda workspace, patch: write_table(workspace, "sources", build_frame("sources", [])),
        lambda workspace, patch: workspace.work_database.unlink(),
        lambda workspace, patch: (workspace.work_dir / "standing.json").write_text("{"),
        lambda workspace, patch: patch.setenv("BROADSHEET_NER", "gazetteer"),
        lambda workspace, patch: patch.setattr(standing, "hash_code", lambda: "other code"),
    ],
    ids=["gone", "same size", "touched", "new table", "no database", "damaged note", "setting", "code"],
)
def test_a_change_of_any_kind_is_noticed(noted, monkeypatch, change):
    change(noted, monkeypatch)
    assert not results_stand(noted) and standing_build(noted) is None


def test_a_run_from_the_ui_which_sets_both_folders_counts_as_the_same(noted, monkeypatch):
    monkeypatch.setenv("BROADSHEET_RAW_DIR", str(noted.raw_dir))
    monkeypatch.setenv("BROADSHEET_WAREHOUSE_DIR", str(noted.warehouse_dir))
    assert results_stand(noted)


def test_a_package_that_is_installed_anywhere_is_other_code(tmp_path, monkeypatch):
    before = standing.hash_code.__wrapped__()
    (tmp_path / "names_of_wales-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert standing.hash_code.__wrapped__() != before


def test_a_build_that_was_held_back_is_none(noted):
    note_results(noted, None)
    assert results_stand(noted) and standing_build(noted) is None
