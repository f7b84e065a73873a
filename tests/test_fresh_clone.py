"""The first README command in a fresh clone with a fresh environment, as a new user would type it."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = ("VIRTUAL_ENV", "PYTHONPATH", "DAGSTER_HOME")


@pytest.mark.skipif("BROADSHEET_FRESH_CLONE" not in os.environ, reason="installs everything anew; CI asks for it")
def test_make_run_in_a_fresh_clone_fills_the_warehouse(tmp_path):
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    environment = {k: v for k, v in os.environ.items() if k not in OURS and not k.startswith("BROADSHEET_")}
    done = subprocess.run(["make", "run"], cwd=clone, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "files gave" in done.stdout and "make sql" in done.stdout
    query = "Q=select count(*) as articles from articles"
    asked = subprocess.run(
        ["make", "sql", query], cwd=clone, env=environment, capture_output=True, text=True, check=True
    )
    assert "articles" in asked.stdout
    status = subprocess.run(["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True)
    assert status.stdout == ""
