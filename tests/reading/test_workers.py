"""Workers that misbehave cost their task and nothing else."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from assets.errors import BroadsheetError
from assets.reading.limits import DEFAULT, MIB
from assets.reading.worker_transport import decode_result, encode_result
from assets.reading.workers import Task, map_files

WORK = "tests.reading.misbehaving:act"
TIGHT = replace(
    DEFAULT,
    worker_cpu_seconds=1,
    worker_wall_seconds=4,
    worker_memory_bytes=150 * MIB,
    worker_result_bytes=MIB,
    worker_recycle_files=3,
)


def run(words, **options):
    return list(map_files([Task(word) for word in words], WORK, **options))


def children() -> set[str]:
    listed = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return set(listed.read_text().split()) if listed.exists() else set()


def test_results_come_in_order_whatever_the_number_of_workers():
    words = [f"word {number}" for number in range(200)]
    for workers in (1, 3):
        results = run(words, workers=workers)
        assert [result.value["words"]["word"][0] for result in results] == words
        assert [result.task.payload for result in results] == words


def test_every_way_to_misbehave_has_its_reason_and_the_next_task_goes_on():
    before = children()
    expected = {
        "a": None,
        "sleep": "parser_timeout",
        "b": None,
        "spin": "parser_timeout",
        "eat": "parser_oom",
        "eat slowly": "parser_oom",
        "c": None,
        "segfault": "parser_crash",
        "exit": "parser_crash",
        "kill": "parser_crash",
        "d": None,
        "recurse": "parser_crash",
        "raise": "parser_crash",
        "unpicklable": "parser_crash",
        "connect": "parser_crash",
        "resolve": "parser_crash",
        "huge": "too_large",
        "e": None,
    }
    results = run(expected, limits=TIGHT)
    assert {result.task.payload: result.reason for result in results} == expected
    assert all(result.detail for result in results if result.reason)
    assert children() == before


def test_what_work_prints_goes_nowhere(capfd):
    (result,) = run(["print"])
    assert (result.reason, result.value) == (None, "printed")
    assert capfd.readouterr() == ("", "")


def test_time_can_be_renewed_record_by_record():
    # On a busy machine half a second of work may take many.
    limits = replace(TIGHT, worker_wall_seconds=30)
    assert run(["renew"], limits=limits)[0].value == "renewed"


def test_workers_are_replaced_after_so_many_files():
    results = run(["x"] * 10, workers=1, limits=TIGHT)
    assert len({result.value["words"]["process"][0] for result in results}) == 4


def test_no_process_is_started_without_work():
    before = children()
    results = map_files([], WORK)
    assert list(results) == []
    assert children() == before


def test_leaving_early_ends_every_process():
    before = children()
    results = map_files([Task("a"), Task("sleep"), Task("b")], WORK)
    assert next(results).task.payload == "a"
    assert children() != before
    results.close()
    assert children() == before


def test_work_that_cannot_be_imported_is_an_error_of_its_own():
    with pytest.raises(BroadsheetError, match="no_such_module"):
        list(map_files([Task("a")], "tests.reading.no_such_module:act"))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_the_process_that_started_it(number):
    # A shell's background job has SIGINT ignored, which children inherit: the tests may run in one.
    script = (
        "import signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "signal.signal(signal.SIGTERM, signal.SIG_DFL)\n"
        "from assets.reading.workers import Task, map_files\n"
        f"for result in map_files([Task('a'), Task('sleep'), Task('sleep')], {WORK!r}, workers=2):\n"
        "    print(result.value['words']['process'][0], flush=True)\n"
    )
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        worker = int(parent.stdout.readline())
        assert Path(f"/proc/{worker}").exists()
        parent.send_signal(number)
        parent.wait(60)
    for _ in range(100):
        if not Path(f"/proc/{worker}").exists():
            break
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()


def test_results_are_frames_or_json_and_never_code():
    frames = {"a": pl.DataFrame({"x": [1, None], "y": [["ü"], []]}), "empty": pl.DataFrame(schema={"z": pl.Date})}
    back = decode_result(encode_result(frames))
    assert all(back[name].equals(frame) and back[name].schema == frame.schema for name, frame in frames.items())
    assert [decode_result(encode_result(value)) for value in (None, "ü", [1, {"a": 2.5}])] == [
        None,
        "ü",
        [1, {"a": 2.5}],
    ]
    with pytest.raises(TypeError):
        encode_result(object())
