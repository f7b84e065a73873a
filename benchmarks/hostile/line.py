"""The whole corpus through the real `broadsheet run`: does it end well, is each entry accounted for, what is the cost?

`python -m benchmarks.hostile.line [--small] [--corpus FOLDER]`
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import duckdb

from assets.reading.printable import printable_path
from benchmarks.hostile.corpus import Case, make_corpus, read_cases
from benchmarks.hostile.judge import Verdict, judge_read, judge_skipped

ROOT = Path(__file__).resolve().parents[2]
# Stands in every file that lies outside the raw folder and must never be reached.
SECRET = "OUTSIDESECRET"


def run_line(folder: Path) -> tuple[int, str, float, int]:
    """Exit code, error stream, wall seconds and peak memory (bytes, all processes together) of a run."""
    settings = {"RAW_DIR": folder / "raw", "WAREHOUSE_DIR": folder / "warehouse", "TODAY": "2026-11-23"}
    environment = {f"BROADSHEET_{name}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-c", "from orchestration.cli import main; main()", "run"]
    environment = {**os.environ, **environment, "DAGSTER_HOME": str(folder / "home"), "NO_COLOR": "1"}
    start, peak = time.monotonic(), 0
    with (folder / "log").open("w+") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True)
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            time.sleep(0.2)
        log.seek(0)
        return process.returncode, log.read(), time.monotonic() - start, peak


def _memory(session: int) -> int:
    """Real memory of all processes of a session, shared pages counted once for each."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            total += int(fields[21]) * os.sysconf("SC_PAGE_SIZE") if int(fields[3]) == session else 0
    return total


def judge_line(folder: Path) -> Iterator[Verdict]:
    """A verdict for each case, from the published tables alone."""
    with duckdb.connect(str(folder / "warehouse" / "news.duckdb"), read_only=True) as connection:
        query = "select path, file_id, status, reason from files where status <> 'gone'"
        files = {row[0]: row[1:] for row in connection.execute(query).fetchall()}
        for case in read_cases(folder):
            yield _judge(connection, case, files.get(printable_path(case.path)))


def _judge(connection: duckdb.DuckDBPyConnection, case: Case, file: tuple | None) -> Verdict:
    if file is None:
        is_folder = case.special == "dir"
        return Verdict(case, "folder" if is_folder else "lost", () if is_folder else ("not in `files`",))
    file_id, status, reason = file
    if status == "skipped" or file_id is None:
        return judge_skipped(case, reason)
    query = "select {} from articles where record_id in (select record_id from record_files where file_id = ?)"
    (count,) = connection.execute(f"{query.format('count(*)')} and not is_embedded", [file_id]).fetchall()[0]
    texts = connection.execute(query.format("articles::varchar, body, title, subtitle"), [file_id]).fetchall()
    reasons = connection.execute("select reason from quarantine where file_id = ?", [file_id]).fetchall()
    text = "\n".join(part for row in texts for part in row if part)
    answer = {"accepted": count, "reasons": [row[0] for row in reasons], "text": text, "seconds": 0.0}
    return judge_read(case, answer, is_parsed=True)


def find_secret(folder: Path) -> list[str]:
    """Tables, and what the run printed, that hold something from outside the raw folder."""
    with duckdb.connect(str(folder / "warehouse" / "news.duckdb"), read_only=True) as connection:
        tables = [row[0] for row in connection.execute("select table_name from duckdb_tables()").fetchall()]
        query = "select count(*) from {0} t where contains(t::varchar, ?)"
        held = [name for name in tables if connection.execute(query.format(name), [SECRET]).fetchall()[0][0]]
    return held + (["the log"] if SECRET in (folder / "log").read_text() else [])


def report(folder: Path) -> None:
    """Run, judge, print."""
    code, log, seconds, peak = run_line(folder)
    used = getrusage(RUSAGE_CHILDREN)
    print(log)
    print(f"exit {code}, {seconds:.0f} s, {used.ru_utime + used.ru_stime:.0f} CPU s, peak {peak >> 20} MiB in all")
    verdicts = list(judge_line(folder))
    wrong = [verdict for verdict in verdicts if verdict.faults]
    print(
        f"{len(verdicts) - len(wrong)} of {len(verdicts)} as expected; secrets in: {find_secret(folder) or 'nothing'}"
    )
    for verdict in sorted(wrong, key=lambda verdict: verdict.case.id):
        print(f"- {verdict.case.id}: {'; '.join(verdict.faults)[:300]}")


def main() -> None:
    """Generate the corpus when none is given, run it, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="the scaled-down corpus (18 MB)")
    parser.add_argument("--corpus", type=Path, help="a folder that the generator has filled; the warehouse goes there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.corpus or Path(scratch) / "corpus"
        if not options.corpus:
            make_corpus(folder, is_small=options.small)
        report(folder)


if __name__ == "__main__":
    main()
