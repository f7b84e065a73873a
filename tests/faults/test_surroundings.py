"""Unusual machines: settings, clocks, folders that may not be written."""

import os
import stat
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from assets.reading.watch import fingerprint_folder
from assets.step_01_files import scan_raw_folder
from assets.step_02_articles import ParseConfig, parse_files
from assets.warehouse.lock import hold_lock
from assets.warehouse.tables import read_table
from assets.warehouse.workspace import Workspace, prepare
from benchmarks.soak.kills import HALF, NOTHING

ARTICLE = """Harbour gets crane {n}

TIDEWATER - The harbour board of Tidewater agreed on Monday to buy crane number {n} for the eastern quay, nine years
after it was first promised. "We have waited {n} years for this," said Marta Quill, who chairs the board.
"""


def test_the_settings_of_the_machine_make_no_difference(ground):
    ground.site.restore(NOTHING)
    settings = {"LC_ALL": "C", "TZ": "Pacific/Apia", "HOME": "/nonexistent"}
    ground.site.finish(limits={"RLIMIT_NOFILE": 64}, **settings)
    assert ground.site.look() == ground.new


def test_the_raw_folder_is_never_written(ground):
    ground.site.restore(HALF)
    before, times = ground.site.raw_state(), fingerprint_folder(ground.site.raw)
    ground.site.finish()
    assert (ground.site.raw_state(), fingerprint_folder(ground.site.raw)) == (before, times)


def parse_on(folder: Path, day: str) -> pl.DataFrame:
    """Scan and parse as a run on that day does; `files`."""
    workspace = Workspace(folder / "raw", folder / "warehouse", date.fromisoformat(day))
    prepare(workspace)
    with hold_lock(workspace.lock_file):
        list(scan_raw_folder(workspace))
        list(parse_files(ParseConfig(), workspace))
    return read_table(workspace, "files")


@pytest.mark.filterwarnings("ignore")
def test_a_clock_that_goes_back_loses_and_moves_nothing(tmp_path):
    (tmp_path / "raw").mkdir()
    for day, name in (("2036-01-01", "a.txt"), ("1970-01-01", "b.txt"), ("2026-11-20", "c.txt")):
        (tmp_path / "raw" / name).write_text(ARTICLE.format(n=name))
        files = parse_on(tmp_path, day)
    landed = dict(files.select("path", pl.col("landed_on").cast(pl.String)).rows())
    assert landed == {"a.txt": "2036-01-01", "b.txt": "1970-01-01", "c.txt": "2026-11-20"}
    assert files["status"].unique().to_list() == ["parsed"]


@pytest.mark.filterwarnings("ignore")
def test_a_file_from_the_future_is_taken(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(ARTICLE.format(n=1))
    os.utime(tmp_path / "raw" / "a.txt", (4_000_000_000, 4_000_000_000))
    assert parse_on(tmp_path, "2026-11-20").select("path", "status").rows() == [("a.txt", "parsed")]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
@pytest.mark.parametrize("folder", ["warehouse", "home"])
def test_a_folder_that_may_not_be_written_is_one_line(ground, folder):
    ground.site.restore(HALF)
    path: Path = ground.site.warehouse if folder == "warehouse" else ground.site.folder / "home"
    mode = stat.S_IMODE(path.stat().st_mode)
    path.chmod(0o500)
    try:
        run = ground.site.start(history=True)
        assert run.wait(60) == 2
        assert "Traceback" not in run.errors() and str(path) in run.errors()
    finally:
        path.chmod(mode)
