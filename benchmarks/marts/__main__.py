"""Read every mart in full over a warehouse of invented rows, and count its rows; CPU seconds of this process.

`python -m benchmarks.marts [articles]`
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from assets.contract.catalog import load_tables
from assets.warehouse.database import create_statement
from assets.warehouse.marts import create_marts, load_marts

REPEATS = 3


def make_warehouse(articles: int) -> duckdb.DuckDBPyConnection:
    """An in-memory warehouse with that many articles, and the marts."""
    connection = duckdb.connect()
    for table in load_tables("tables").values():
        connection.execute(create_statement(table))
    connection.execute(f"set variable articles = {articles}")
    connection.execute(Path(__file__).with_name("warehouse.sql").read_text(encoding="utf-8"))
    create_marts(connection)
    return connection


def cpu(work: Callable[[], object]) -> float:
    """Least CPU seconds of some repeats."""
    seconds = []
    for _ in range(REPEATS):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return min(seconds)


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    total = counted = 0.0
    with make_warehouse(articles) as connection:
        print(f"{articles:,} articles, {len(load_marts())} marts; CPU seconds")
        for mart in load_marts():
            frame = connection.sql(f"from marts.{mart.name}").pl()
            read = cpu(lambda name=mart.name: connection.sql(f"from marts.{name}").pl())
            count = cpu(lambda name=mart.name: connection.sql(f"select count(*) from marts.{name}").fetchall())
            print(f"{mart.name:22} {frame.height:>10,} rows   all of it {read:7.3f}   count {count:7.3f}")
            total, counted = total + read, counted + count
    print(f"{'together':22} {'':>10}        all of it {total:7.3f}   count {counted:7.3f}")


if __name__ == "__main__":
    main()
