"""Run the hostile corpus: `python -m benchmarks.hostile [--small] [--parse] [--corpus FOLDER] [--only zip,gz]`."""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import polars as pl

from assets.contract.frames import build_frame
from assets.reading.discovery import scan_folder
from assets.reading.limits import DEFAULT, KIB, Limits
from assets.reading.workers import Task, map_files
from benchmarks.hostile.corpus import Case, make_corpus, read_cases
from benchmarks.hostile.judge import Verdict, judge_read, judge_skipped, judge_stopped
from benchmarks.hostile.work import File

# The small corpus shrinks its files and not the limits: with these its large records are large again.
SMALL = replace(DEFAULT, record_bytes=700 * KIB, field_bytes=400 * KIB)


def run_corpus(folder: Path, *, is_parsed: bool, limits: Limits = DEFAULT) -> Iterator[Verdict]:
    """A verdict for each case of a generated corpus."""
    cases = {case.path: case for case in read_cases(folder)}
    entries = scan_folder(
        folder / "raw", build_frame("raw_entries", []), today=date(2026, 11, 23), now_ns=time.time_ns()
    )
    skipped = entries.filter(pl.col("status") == "skipped")
    for path, reason in skipped.select("path_bytes", "reason").iter_rows():
        if path in cases:
            yield judge_skipped(cases.pop(path), reason)
    for path in [path for path in cases if not entries["path_bytes"].is_in([path]).any()]:
        yield Verdict(cases.pop(path), "folder", ())
    yield from _run_files(folder, cases, is_parsed=is_parsed, limits=limits)


def _run_files(folder: Path, cases: dict[bytes, Case], *, is_parsed: bool, limits: Limits) -> Iterator[Verdict]:
    root = str(folder / "raw")
    sizes = {path: (folder / "raw" / path.decode("utf-8", "surrogateescape")).stat().st_size for path in cases}
    tasks = [Task(File(root, path, is_parsed, limits), sizes[path]) for path in cases]
    for result in map_files(tasks, "benchmarks.hostile.work:handle_file", limits=limits):
        case = cases[result.task.payload.path]
        yield (
            judge_stopped(case, result.reason) if result.reason else judge_read(case, result.value, is_parsed=is_parsed)
        )


def _report(verdicts: list[Verdict], seconds: float) -> None:
    print("| format | cases | as expected |\n|---|---|---|")
    totals = Counter(verdict.case.format for verdict in verdicts)
    right = Counter(verdict.case.format for verdict in verdicts if not verdict.faults)
    for name in sorted(totals):
        print(f"| {name} | {totals[name]} | {right[name]} |")
    used = getrusage(RUSAGE_CHILDREN)
    print(f"| all | {len(verdicts)} | {sum(right.values())} |\n")
    print(
        f"CPU {used.ru_utime + used.ru_stime:.1f} s, wall {seconds:.1f} s, largest process {used.ru_maxrss >> 10} MiB"
    )
    stopped = [v for v in verdicts if v.outcome.startswith("quarantine:parser_")]
    slowest = max(verdicts, key=lambda verdict: verdict.seconds)
    print(f"stopped or died: {len(stopped)}; slowest file {slowest.seconds:.2f} CPU s ({slowest.case.id})")
    for verdict in sorted((v for v in verdicts if v.faults), key=lambda v: v.case.id):
        print(f"- {verdict.case.id}: {'; '.join(verdict.faults)[:300]}")


def main() -> None:
    """Generate the corpus when none is given, run it, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="the scaled-down corpus (18 MB)")
    parser.add_argument("--parse", action="store_true", help="read and parse, not only read")
    parser.add_argument("--corpus", type=Path, help="a folder that the generator has filled")
    parser.add_argument("--only", default="", help="formats, comma separated")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.corpus or Path(scratch) / "corpus"
        if not options.corpus:
            make_corpus(folder, is_small=options.small, only=options.only)
        start = time.monotonic()
        limits = SMALL if options.small else DEFAULT
        _report(list(run_corpus(folder, is_parsed=options.parse, limits=limits)), time.monotonic() - start)


if __name__ == "__main__":
    main()
