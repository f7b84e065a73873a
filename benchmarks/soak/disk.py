"""Runs on a disk that is too small, a memory file system of its own (needs the rights to mount one)."""

import shutil
import subprocess
from collections.abc import Iterator

import duckdb

from benchmarks.soak.kills import HALF, Ground, check_reader, recover

SHARES = (0.5, 0.7, 0.8, 0.9, 0.95, 0.99)


def can_mount(ground: Ground) -> bool:
    """True when a file system may be mounted here."""
    folder = ground.site.folder / "mount test"
    folder.mkdir()
    if _mount(folder, 1 << 20).returncode:
        return False
    return subprocess.run(["umount", str(folder)], check=False).returncode == 0


def fill_disks(ground: Ground) -> Iterator[tuple[float, str | None]]:
    """Share of the room that a run needs, and what was broken when it had no more (None: nothing)."""
    warehouse = ground.site.warehouse
    needed = _size(ground.site.folder / HALF) + _size(warehouse)
    for share in SHARES:
        shutil.rmtree(warehouse, ignore_errors=True)
        warehouse.mkdir()
        assert _mount(warehouse, int(needed * share)).returncode == 0
        try:
            yield share, _run_short(ground)
        finally:
            subprocess.run(["umount", "-l", str(warehouse)], check=True)


def _run_short(ground: Ground) -> str | None:
    """Run with too little room, then with enough."""
    warehouse = ground.site.warehouse
    try:
        shutil.copytree(ground.site.folder / HALF, warehouse, symlinks=True, dirs_exist_ok=True)
        run = ground.site.start()
        code, errors = run.wait(), run.errors()
        lines = [line for line in errors.splitlines() if line.startswith("broadsheet: ")]
        assert "Traceback" not in errors and (code == 0 or (len(lines) == 1 and "bytes free" in lines[0])), errors[
            -800:
        ]
        check_reader(ground, may_be_nothing=False)
        assert subprocess.run(["mount", "-o", "remount,size=1g", str(warehouse)], check=False).returncode == 0
        recover(ground)
    except (AssertionError, TimeoutError, OSError, duckdb.Error) as error:
        return f"{type(error).__name__}: {error}"
    return None


def _mount(folder, size: int) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "broadsheet", str(folder)], check=False, capture_output=True
    )


def _size(folder) -> int:
    return sum(path.lstat().st_blocks * 512 for path in folder.rglob("*") if path.is_file())
