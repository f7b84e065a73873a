"""The command line as a user meets it: summary, answers, and one clear line when something cannot be done."""

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = b"""Harbour gets a second crane

TIDEWATER - The harbour board of Tidewater agreed on Monday to buy a second crane for the eastern quay, nine years after
it was first promised. "We have waited nine years for this," said Marta Quill, who chairs the board.

The crane is to arrive in spring, and the old one will be kept for smaller ships. Fishermen had asked for it after two
storms last winter closed the quay for eleven days and cost the town a quarter of its landings.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "raw" / "2026-11-16").mkdir(parents=True)
    (tmp_path / "raw" / "2026-11-16" / "crane.txt").write_bytes(ARTICLE)
    return tmp_path


def broadsheet(folder: Path, *arguments: str, stdin: str = "", **settings: str) -> subprocess.CompletedProcess:
    """Run the command with its folders under `folder`."""
    environment = {
        **os.environ,
        "BROADSHEET_RAW_DIR": str(folder / "raw"),
        "BROADSHEET_WAREHOUSE_DIR": str(folder / "warehouse"),
        "DAGSTER_HOME": str(folder / "home"),
        "BROADSHEET_NER": "gazetteer",
        "NO_COLOR": "1",
        **settings,
    }
    command = [sys.executable, "-c", "from orchestration.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, input=stdin, check=False)


def one_line(result: subprocess.CompletedProcess) -> str:
    """The error line; the run must have said nothing else that looks like a crash."""
    assert "Traceback" not in result.stderr
    lines = [line for line in result.stderr.splitlines() if line.startswith("broadsheet: ")]
    assert len(lines) == 1, result.stderr
    return lines[0]


def test_run_then_ask_then_why(folder):
    first = broadsheet(folder, "run", "--json")
    assert first.returncode == 0, first.stderr
    summary = json.loads(first.stdout)
    assert (summary["files"], summary["articles"], summary["is_new_build"]) == (1, 1, True)
    again = broadsheet(folder, "run")
    assert "nothing had changed" in again.stdout and "1 files gave 1 articles" in again.stdout
    answer = broadsheet(folder, "sql", "select title from articles")
    assert "Harbour gets a second crane" in answer.stdout
    assert "1" in broadsheet(folder, "sql", stdin="select count(*) from articles;\n").stdout
    why = broadsheet(folder, "why", "crane.txt")
    assert "Articles it gave" in why.stdout and "Harbour gets a second crane" in why.stdout
    assert broadsheet(folder, "doctor").returncode == 0


def test_a_missing_raw_folder_is_one_line(folder):
    result = broadsheet(folder, "run", BROADSHEET_RAW_DIR=str(folder / "nowhere"))
    assert result.returncode == 2 and "No files to read in the raw folder" in one_line(result)


def test_an_empty_raw_folder_is_one_line(folder):
    (folder / "raw" / "2026-11-16" / "crane.txt").unlink()
    result = broadsheet(folder, "run")
    assert result.returncode == 2 and "it is empty" in one_line(result)


def test_a_warehouse_folder_that_cannot_be_written_is_one_line(folder):
    (folder / "file").write_text("not a folder")
    result = broadsheet(folder, "run", BROADSHEET_WAREHOUSE_DIR=str(folder / "file" / "warehouse"))
    assert result.returncode == 2 and "Cannot write the warehouse folder" in one_line(result)


def test_a_second_run_is_told_who_is_at_work_and_the_published_file_is_untouched(folder):
    assert broadsheet(folder, "run", "--json").returncode == 0
    before = (folder / "warehouse" / "news.duckdb").readlink()
    with (folder / "warehouse" / ".lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write(f"pid {os.getpid()}\n")
        lock.flush()
        result = broadsheet(folder, "run")
    assert result.returncode == 3 and f"pid {os.getpid()}" in one_line(result)
    assert (folder / "warehouse" / "news.duckdb").readlink() == before


def test_an_unknown_format_is_a_row_and_the_rest_goes_on(folder):
    (folder / "raw" / "2026-11-16" / "picture.bin").write_bytes(bytes(range(256)) * 40)
    summary = json.loads(broadsheet(folder, "run", "--json").stdout)
    assert summary["articles"] == 1 and sum(summary["quarantined"].values()) == 1


def test_a_broken_work_database_is_replaced(folder):
    broadsheet(folder, "run", "--json")
    work = folder / "warehouse" / ".work" / "news.duckdb"
    work.write_bytes(b"\0" * 50_000)
    assert broadsheet(folder, "doctor").returncode == 1
    result = broadsheet(folder, "run", "--json")
    assert result.returncode == 0 and json.loads(result.stdout)["is_new_build"] is False
    assert broadsheet(folder, "doctor").returncode == 0


def test_asking_before_the_first_run_is_one_line(folder):
    result = broadsheet(folder, "sql", "select 1")
    assert result.returncode == 2 and "There is no warehouse yet" in one_line(result)


def test_a_wrong_query_says_what_is_wrong(folder):
    broadsheet(folder, "run", "--json")
    result = broadsheet(folder, "sql", "select titel from articles")
    assert result.returncode == 1 and "titel" in one_line(result)
