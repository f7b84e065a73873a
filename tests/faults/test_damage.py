"""What an earlier crash, a full disk or a bad disk leaves behind is handled, or found by `doctor` and set right."""

import random
import shutil
import signal

from benchmarks.soak.kills import HALF, check_reader


def flip(path, seed: int, bits: int = 20) -> None:
    """Change a few bits in the middle of a file, through any hard link to it."""
    data, choice = bytearray(path.read_bytes()), random.Random(seed)
    for _ in range(bits):
        data[choice.randrange(len(data) // 8, len(data))] ^= 1 << choice.randrange(8)
    path.chmod(0o644)
    with path.open("r+b") as file:
        file.write(data)


def test_a_full_disk_is_one_clear_line_and_costs_nothing(ground):
    ground.site.restore(HALF)
    assert ground.site.start(BROADSHEET_FAULT="after_story_members").wait() == -signal.SIGKILL
    full = ground.site.start(limits={"RLIMIT_FSIZE": 200_000})
    assert full.wait() == 1
    assert "Traceback" not in full.errors()
    lines = [line for line in full.errors().splitlines() if line.startswith("broadsheet: ")]
    assert len(lines) == 1 and "Cannot write" in lines[0] and "bytes free" in lines[0], full.errors()
    assert str(ground.site.warehouse) in lines[0]
    assert not ground.site.left_over()
    assert check_reader(ground, may_be_nothing=False) == "old"


def test_what_a_dead_run_left_is_replaced(ground):
    ground.site.restore(HALF)
    warehouse = ground.site.warehouse
    for stale in ("news.duckdb.wal", ".work/news.duckdb.wal", ".work/tables/.duplicates.parquet.aside"):
        (warehouse / stale).write_bytes(b"stale " * 1000)
    shutil.copytree(warehouse / ".work" / "parsed", warehouse / ".work" / "parsed" / ".aside")
    (warehouse / ".builds" / ".aside").mkdir()
    (warehouse / ".lock").write_text("pid 1\n")
    ground.site.finish()
    assert ground.site.look() == ground.new
    assert not ground.site.left_over()


def test_a_damaged_work_database_is_found_and_made_anew_by_the_next_run(ground):
    ground.site.restore(HALF)
    flip(ground.site.warehouse / ".work" / "news.duckdb", seed=1)
    assert ground.site.start("doctor").wait() == 1
    for _ in range(2):
        run = ground.site.start()
        if run.wait() == 0:
            break
        assert "Traceback" not in run.errors() and "was set aside" in run.errors()
    assert ground.site.look() == ground.new
    assert ground.site.start("doctor").wait() == 0


def test_what_doctor_finds_damaged_rebuild_makes_anew(ground):
    ground.site.restore(HALF)
    ground.site.finish()
    warehouse = ground.site.warehouse
    damaged = [min(warehouse.rglob("records.parquet")), (warehouse / "news.duckdb").resolve()]
    for path in damaged:
        flip(path, seed=2)
    doctor = ground.site.start("doctor")
    assert doctor.wait() == 1
    assert all(str(path) in doctor.output() for path in damaged) and "broadsheet rebuild" in doctor.output()
    ground.site.finish("rebuild")
    assert ground.site.look() == ground.new
    assert ground.site.start("doctor").wait() == 0
