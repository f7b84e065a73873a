"""The sample corpus twice, shuffled, and day by day: the same tables; a crash anywhere loses and repeats nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline import Pipeline, read_tree, shuffled

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = read_tree(ROOT / "data" / "raw")
COMMAND = [sys.executable, "-c", "from orchestration.cli import main; main()", "run", "--json"]


@pytest.fixture(scope="module")
def at_once(tmp_path_factory):
    """The sample corpus in one go."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        made = Pipeline(tmp_path_factory.mktemp("at-once"), monkeypatch, today="2026-11-20")
        made.add(SAMPLE)
        made.run()
        yield made


def test_a_second_run_changes_nothing(at_once):
    before, build = at_once.hashes(), at_once.build()
    at_once.run()
    assert (at_once.hashes(), at_once.build()) == (before, build)


def test_day_by_day_is_the_same_as_in_one_go(at_once, tmp_path, monkeypatch):
    other = Pipeline(tmp_path, monkeypatch, today="2026-11-20")
    for day in sorted({name.split("/")[0] for name in SAMPLE}):
        other.add({name: data for name, data in SAMPLE.items() if name.startswith(f"{day}/")})
        other.run()
    assert other.hashes() == at_once.hashes()


def test_shuffled_halves_are_the_same_as_in_one_go(at_once, tmp_path, monkeypatch):
    other = Pipeline(tmp_path, monkeypatch, today="2026-11-20")
    names = shuffled(list(SAMPLE))
    for half in (names[: len(names) // 2], names[len(names) // 2 :]):
        other.add({name: SAMPLE[name] for name in half})
        other.run()
    assert other.hashes() == at_once.hashes()


def test_reparsing_with_the_same_rules_changes_nothing(at_once):
    before = at_once.hashes()
    config = {"ops": {"parse_files": {"config": {"reparse_from": "2026-11-17", "reparse_to": "2026-11-18"}}}}
    at_once.run("reparse", config)
    assert at_once.hashes() == before


# tests/faults/test_kills.py does more boundaries on fewer files.
@pytest.mark.parametrize("point", ["before_build_rename"])
def test_a_killed_run_is_finished_by_the_next_one(at_once, tmp_path, monkeypatch, point):
    other = Pipeline(tmp_path, monkeypatch, today="2026-11-20")
    other.add(SAMPLE)
    folders = {
        "BROADSHEET_RAW_DIR": other.raw,
        "BROADSHEET_WAREHOUSE_DIR": other.warehouse,
        "DAGSTER_HOME": tmp_path / "home",
    }
    fixed = {"BROADSHEET_TODAY": "2026-11-20", "BROADSHEET_FAULT": point}
    environment = {**os.environ, **{key: str(path) for key, path in folders.items()}, **fixed}
    killed = subprocess.run(COMMAND, cwd=ROOT, env=environment, check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert not (other.warehouse / "news.duckdb").exists()
    other.run()
    assert other.hashes() == at_once.hashes()
