"""How a run's cost grows with what is stored: `python -m benchmarks.line.grow 20000 [FOLDER]`.

Invented articles (benchmarks/line/raw_files.py) of 14 landing days in one run, then a day with 1 % more, one with 10 %
more, then nothing new. Prints for each run wall and CPU seconds, peak memory of all its processes, megabytes on disk,
and CPU seconds and peak memory of each step. Names come from the gazetteer; the texts are invented.
"""

import os
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from benchmarks.line.measure import cost_of_steps, measure
from benchmarks.line.raw_files import Row, make_rows, write_day
from benchmarks.line.settings import settings_of

DAYS = 14
FIRST_DAY = date(2026, 9, 1)
SHARES = (0.01, 0.1)


def main() -> None:
    """Grow a warehouse in the folder that is given, or in a temporary one."""
    stored = int(sys.argv[1])
    if len(sys.argv) > 2:
        grow(Path(sys.argv[2]), stored)
    else:
        with tempfile.TemporaryDirectory() as name:
            grow(Path(name), stored)


def grow(folder: Path, stored: int) -> None:
    """Run once for all that is stored, once for each later day, and once for nothing."""
    news = [int(stored * share) for share in SHARES]
    rows = make_rows(stored + sum(news))
    for day in range(DAYS):
        _land(folder, day, [row for row in rows[:stored] if int(str(row["event"])) % DAYS == day])
    _report(f"{stored} articles", folder)
    for number, new in enumerate(news):
        start = stored + sum(news[:number])
        _land(folder, DAYS + number, rows[start : start + new])
        _report(f"{new} more", folder)
    _report("nothing new", folder)


def _land(folder: Path, day: int, rows: list[Row]) -> None:
    write_day(folder / "raw", FIRST_DAY + timedelta(days=day), rows)


def _report(name: str, folder: Path) -> None:
    measured = measure({**os.environ, **settings_of(folder, FIRST_DAY + timedelta(days=DAYS + len(SHARES)))})
    size = sum(path.stat().st_size for path in (folder / "warehouse").rglob("*") if path.is_file()) / 1e6
    print(f"{name}: {measured}, {size:.0f} MB on disk\n{measured.printed.strip().splitlines()[0]}")
    for step in cost_of_steps(folder / "home"):
        print(f"  {float(step['cpu_seconds']):8.2f} CPU s, {step['peak_megabytes']:>6} MB  {step['step']}", flush=True)


if __name__ == "__main__":
    main()
