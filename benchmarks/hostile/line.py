"""The whole corpus through the real `broadsheet run`: does it end well, is each entry accounted for, what is the cost?

`python -m benchmarks.hostile.line [--small] [--corpus FOLDER]`
"""

import argparse
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb

from assets.reading.printable import printable_path
from benchmarks.hostile.corpus import Case, make_corpus, read_cases
from benchmarks.hostile.judge import Verdict, judge_read, judge_skipped
from benchmarks.hostile.measured_run import measure_run

# Stands in every file that lies outside the raw folder and must never be reached.
SECRET = "OUTSIDESECRET"


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
    run = measure_run(folder)
    print((folder / "log").read_text())
    print("| step | s | CPU s | peak MiB |\n|---|---|---|---|")
    for step in run.steps:
        if step.seconds >= 0.5:
            print(f"| {step.name} | {step.seconds:.1f} | {step.cpu_seconds:.1f} | {step.peak_bytes >> 20} |")
    peak = max(step.peak_bytes for step in run.steps) >> 20
    if run.exit_code < 0:
        print(f"\nended by signal {-run.exit_code}, {run.seconds:.0f} s")
        return
    print(f"\nexit {run.exit_code}, {run.seconds:.0f} s, {run.cpu_seconds:.0f} CPU s, peak {peak} MiB in all")
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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.corpus or Path(scratch) / "corpus"
        if not options.corpus:
            make_corpus(folder, is_small=options.small)
        report(folder)


if __name__ == "__main__":
    main()
