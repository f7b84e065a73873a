"""Names are the same for any number of worker processes, and none of these outlives the one that started it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assets import name_workers
from assets.entities.backends import SpacyBackend, open_backend
from assets.errors import BroadsheetError
from assets.name_workers import CHARS_A_TASK, WorkerBackend, on_all_cores, split_texts

ROOT = Path(__file__).resolve().parents[1]
PEOPLE = ("Brell Vantor", "Quill Sandor", "Wren Castellane", "Tarn Ilvesk")
TEXTS = [f"{name} of Besk Holdings met {other} in Lisbon." for name in PEOPLE for other in PEOPLE]

needs_model = pytest.mark.skipif(not isinstance(open_backend(), SpacyBackend), reason="no model is installed")


def test_texts_are_split_in_order_and_none_is_lost():
    texts = ["a" * (CHARS_A_TASK // 2), "b", "c" * (2 * CHARS_A_TASK), "d", "e" * (CHARS_A_TASK - 1), "f"]
    parts = list(split_texts(texts))
    assert [text for part in parts for text in part] == texts
    assert all(len(part) == 1 or sum(map(len, part)) <= CHARS_A_TASK for part in parts)


@needs_model
@pytest.mark.parametrize("workers", [1, 3])
def test_any_number_of_workers_gives_the_same_spans(monkeypatch, workers):
    monkeypatch.setattr(name_workers, "CHARS_A_TASK", 200)
    backend = WorkerBackend(open_backend(), least_chars=0, workers=workers)
    assert backend.read(TEXTS) == open_backend().read(TEXTS)


def test_few_texts_start_no_process(monkeypatch):
    monkeypatch.setattr(name_workers, "map_files", None)
    assert WorkerBackend(open_backend("gazetteer")).read(["Ann met Ben."]) == [[]]


def test_without_a_model_there_is_nothing_to_spread():
    backend = open_backend("gazetteer")
    assert on_all_cores(backend) is backend


def test_a_worker_that_fails_is_one_clear_error(monkeypatch):
    monkeypatch.setattr(name_workers, "WORK", "os:getpgid")
    with pytest.raises(BroadsheetError, match="could not be recognised"):
        WorkerBackend(open_backend("gazetteer"), least_chars=0).read(["Ann met Ben."])


@needs_model
@pytest.mark.skipif(sys.platform != "linux", reason="processes are listed by the kernel's files")
def test_no_worker_outlives_a_killed_run():
    code = (
        "from assets.entities.backends import open_backend; from assets.name_workers import WorkerBackend\n"
        f"WorkerBackend(open_backend(), least_chars=0, workers=2).read({TEXTS!r} * 5000)"
    )
    run = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, start_new_session=True)
    try:
        wait_until(lambda: len(processes_of(run.pid)) >= 4)
    finally:
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
    wait_until(lambda: not processes_of(run.pid))


def wait_until(is_so, seconds=120):
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.1)


def processes_of(session):
    """Processes of a session that are not over: the run, the server, and its workers."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, *fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == session and state != "Z":
            found.append(int(stat.parent.name))
    return found
