"""Kill a run at every stage boundary, by the names that BROADSHEET_FAULT knows, and let the next run finish."""

import signal

from benchmarks.soak.kills import NOTHING, Ground, check_reader, recover

# Points in a publish and around a batch; every table that a step stores has one before and one after it.
_POINTS = ("before_records", "after_batch", "after_copy", "before_build_rename", "before_swap", "after_swap")


def boundaries(ground: Ground) -> list[str]:
    """Every point at which a run can be told to die."""
    work = ground.site.warehouse / ".work"
    tables = {path.stem for path in work.glob("tables/*.parquet")}
    kept = {path.stem for path in work.glob("features/**/*-000000.parquet")}
    return [*(f"after_{name}" for name in sorted(tables | kept)), *_POINTS]


def kill_at(ground: Ground, point: str, start: str = NOTHING) -> str:
    """Kill a run that begins at `start` at `point`; the next one must do the rest. Returns what readers saw between."""
    ground.site.restore(start)
    killed = ground.site.start(BROADSHEET_FAULT=point)
    assert killed.wait() == -signal.SIGKILL, f"{point} was not reached: {killed.errors()[-500:]}"
    assert not killed.left_behind(), f"{point}: processes were left behind"
    seen = check_reader(ground, may_be_nothing=start == NOTHING)
    recover(ground)
    return seen
