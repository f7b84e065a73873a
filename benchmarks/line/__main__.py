"""Run the command line in a process of its own over a folder, twice, and print seconds, CPU and table hashes."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from assets.warehouse.fingerprint import hash_tables

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from orchestration.cli import main; main()", "run", "--json"]


def measure(environment: dict[str, str]) -> tuple[dict, float, float, float]:
    """Summary, wall seconds, CPU seconds (user and system, workers included), peak megabytes of the largest process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    done = subprocess.run(COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(done.stdout), time.monotonic() - started, cpu, after.ru_maxrss / 1000


def main() -> None:
    raw = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "data" / "raw").absolute()
    with tempfile.TemporaryDirectory() as folder:
        folders = {
            "BROADSHEET_RAW_DIR": raw,
            "BROADSHEET_WAREHOUSE_DIR": f"{folder}/wh",
            "DAGSTER_HOME": f"{folder}/home",
        }
        environment = {
            **os.environ,
            **{key: str(value) for key, value in folders.items()},
            "BROADSHEET_TODAY": "2026-11-20",
        }
        for run in ("first run", "second run"):
            summary, seconds, cpu, megabytes = measure(environment)
            counts = ", ".join(
                f"{summary[key]} {key}" for key in ("files", "articles", "duplicates", "stories", "entities")
            )
            print(f"{run}: {seconds:.1f} s, {cpu:.1f} CPU s, {megabytes:.0f} MB peak; {counts}")
        with duckdb.connect(f"{folder}/wh/news.duckdb", read_only=True) as connection:
            for table, digest in hash_tables(connection).items():
                print(f"  {table:20} {digest}")


if __name__ == "__main__":
    main()
