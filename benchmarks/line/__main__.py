"""Run the command line in a process of its own over a folder, twice, and print seconds, CPU and table hashes."""

import json
import os
import sys
import tempfile
from pathlib import Path

import duckdb

from assets.warehouse.fingerprint import hash_tables
from benchmarks.line.measure import ROOT, measure


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
            measured = measure(environment, "--json")
            summary = json.loads(measured.printed)
            counts = ", ".join(
                f"{summary[key]} {key}" for key in ("files", "articles", "duplicates", "stories", "entities")
            )
            print(f"{run}: {measured}; {counts}")
        with duckdb.connect(f"{folder}/wh/news.duckdb", read_only=True) as connection:
            for table, digest in hash_tables(connection).items():
                print(f"  {table:20} {digest}")


if __name__ == "__main__":
    main()
