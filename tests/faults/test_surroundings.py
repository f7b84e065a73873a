"""Unusual machines: settings, clocks, folders that may not be written."""

import os
import stat
from pathlib import Path

import pytest

from assets.reading.watch import fingerprint_folder
from benchmarks.soak.kills import HALF, NOTHING
from tests.pipeline import Pipeline

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


def test_a_clock_that_goes_back_loses_and_moves_nothing(tmp_path, monkeypatch):
    pipeline = Pipeline(tmp_path, monkeypatch, today="2036-01-01")
    pipeline.add({"a.txt": ARTICLE.format(n=1).encode()})
    pipeline.run()
    for day, name, n in (("1970-01-01", "b.txt", 2), ("2026-11-20", "c.txt", 3)):
        monkeypatch.setattr(pipeline, "_today", day)
        pipeline.add({name: ARTICLE.format(n=n).encode()})
        pipeline.run()
    landed = dict(pipeline.query("select path, landed_on::varchar from files order by path"))
    assert landed == {"a.txt": "2036-01-01", "b.txt": "1970-01-01", "c.txt": "2026-11-20"}
    assert pipeline.query("select count(*) from articles") == [(3,)]


def test_a_file_from_the_future_is_taken(tmp_path, monkeypatch):
    pipeline = Pipeline(tmp_path, monkeypatch)
    pipeline.add({"a.txt": ARTICLE.format(n=1).encode()})
    os.utime(pipeline.raw / "a.txt", (4_000_000_000, 4_000_000_000))
    pipeline.run()
    assert pipeline.query("select count(*) from articles") == [(1,)]


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
