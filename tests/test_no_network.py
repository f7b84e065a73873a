"""A whole run opens no connection and looks up no name."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline import Pipeline

ROOT = Path(__file__).resolve().parents[1]

ARTICLE = b"""Harbour gets a second crane

TIDEWATER - The harbour board of Tidewater agreed on Monday to buy a second crane for the eastern quay, nine years after
it was first promised. "We have waited nine years for this," said Marta Quill, who chairs the board. The crane is to
arrive in spring, and the old one will be kept for smaller ships.
"""

_SEEN: list[str] = []
_WATCH = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}
sys.addaudithook(lambda event, _args: _SEEN.append(event) if event in _WATCH else None)


def test_a_run_talks_to_nobody(tmp_path, monkeypatch):
    pipeline = Pipeline(tmp_path, monkeypatch)
    pipeline.add({"2026-11-16/crane.txt": ARTICLE})
    _SEEN.clear()
    pipeline.run()
    assert pipeline.query("select count(*) from articles") == [(1,)]
    assert _SEEN == []


def test_the_command_works_where_there_is_no_network(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "crane.txt").write_bytes(ARTICLE)
    alone = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let a process leave the network")
    folders = {"RAW_DIR": tmp_path / "raw", "WAREHOUSE_DIR": tmp_path / "warehouse"}
    environment = {**os.environ, **{f"BROADSHEET_{name}": str(path) for name, path in folders.items()}}
    command = [*alone, sys.executable, "-c", "from orchestration.cli import main; main()", "run", "--json"]
    done = subprocess.run(
        command, env={**environment, "DAGSTER_HOME": str(tmp_path / "home")}, cwd=ROOT, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["articles"] == 1
