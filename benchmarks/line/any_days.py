"""Files that come on any days, in any order, and change, move and go: every feeding gives the tables of a rebuild.

`python -m benchmarks.line.any_days [ARTICLES] [FEEDINGS]`; names come from the gazetteer. tests/test_any_days.py does a
small one.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np

from assets.warehouse.fingerprint import hash_tables
from assets.warehouse.soundness import forget_results
from assets.warehouse.workspace import open_workspace
from benchmarks.line.raw_files import make_rows, write_day
from benchmarks.line.settings import settings_of
from orchestration.definitions import defs

ROOT = Path(__file__).resolve().parents[2]
FIRST_DAY = date(2026, 9, 1)
FOLDERS, MAX_RUNS = 5, 6
# Files small enough that a record of one reader's trouble is not the whole of the test.
MOST_BYTES = 60_000
EVERYTHING = {"reparse_from": "0001-01-01", "reparse_to": "9999-12-31"}

Files = dict[str, bytes]
Hashes = dict[str, str]


@dataclass
class Site:
    """A raw folder and a warehouse under `folder`, worked on in this process."""

    folder: Path

    def put(self, files: Files) -> None:
        """Write files below the raw folder."""
        for name, data in files.items():
            path = self.folder / "raw" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def run(self, reparse: dict[str, str] | None = None) -> Hashes:
        """Run the line to its end; returns the hash of every published table."""
        config: dict[str, object] = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
        if reparse:
            config["ops"] = {"parse_files": {"config": reparse}}
        with _environment(settings_of(self.folder, FIRST_DAY + timedelta(days=FOLDERS))):
            defs.resolve_job_def("reparse" if reparse else "refresh").execute_in_process(run_config=config)
        with duckdb.connect(str(self.folder / "warehouse" / "news.duckdb"), read_only=True) as connection:
            return hash_tables(connection)

    def rebuild(self) -> Hashes:
        """The same of everything parsed and related again; what came from files that are gone stays."""
        with _environment(settings_of(self.folder, FIRST_DAY)):
            forget_results(open_workspace())
        return self.run(EVERYTHING)


def check_feedings(folder: Path, files: Files, feedings: int) -> Iterator[str]:
    """Say of each feeding what was compared. Raises AssertionError, naming tables, where one is not the rebuild."""
    at_once = Site(folder / "at-once")
    at_once.put(files)
    expected = at_once.run()
    for seed in range(feedings):
        random = np.random.Generator(np.random.PCG64(seed))
        site = Site(folder / f"feeding-{seed}")
        found = feed(site, files, random)
        _compare(found, expected, f"seed {seed}, fed by parts")
        last, done = change(site, random)
        _compare(last, site.rebuild(), f"seed {seed}, {done}")
        yield f"seed {seed}: fed by parts as at once; then {done} as rebuilt"


def feed(site: Site, files: Files, random: np.random.Generator) -> Hashes:
    """Give the site all files, in parts and an order that are drawn, with a run after each part."""
    names = random.permutation(sorted(files))
    ends = sorted(random.integers(0, len(names), int(random.integers(1, MAX_RUNS))))
    for part in np.split(names, ends):
        site.put({name: files[name] for name in part})
        if (site.folder / "raw").exists():
            found = site.run()
    return found


def change(site: Site, random: np.random.Generator) -> tuple[Hashes, str]:
    """Delete, rename and rewrite files that are drawn, with a run after each; then parse some days anew."""
    for act in (_delete, _rename, _rewrite):
        for path in _draw(site, random):
            act(path, site)
        site.run()
    first = FIRST_DAY + timedelta(days=int(random.integers(FOLDERS)))
    days = {"reparse_from": str(first), "reparse_to": str(first + timedelta(days=1))}
    return site.run(days), "deleted, renamed, rewrote, parsed two days anew"


def _draw(site: Site, random: np.random.Generator) -> list[Path]:
    paths = sorted(path for path in (site.folder / "raw").rglob("*") if path.is_file())
    return [paths[number] for number in sorted(random.choice(len(paths), max(1, len(paths) // 20), replace=False))]


def _delete(path: Path, site: Site) -> None:
    path.unlink()


def _rename(path: Path, site: Site) -> None:
    """The same content in the folder of another day."""
    folder = site.folder / "raw" / str(FIRST_DAY + timedelta(days=len(path.name) % FOLDERS))
    folder.mkdir(exist_ok=True)
    path.replace(folder / f"moved-{path.name}")


def _rewrite(path: Path, site: Site) -> None:
    """Another text under the same name: the second half of what was there, or half of it twice for lines."""
    data = path.read_bytes()
    lines = data.splitlines(keepends=True)
    path.write_bytes(b"".join(lines[len(lines) // 2 :]) + (lines[0] if path.suffix == ".jsonl" and lines else b""))


def make_files(articles: int) -> Files:
    """Small files of all kinds by path: invented articles over several days, and the sample corpus."""
    files = {str(path.relative_to(ROOT / "data" / "raw")): path for path in (ROOT / "data" / "raw").rglob("*")}
    sample = {name: path.read_bytes() for name, path in files.items() if path.is_file()}
    with tempfile.TemporaryDirectory() as scratch:
        rows = make_rows(articles, seed=11)
        for day in range(FOLDERS):
            write_day(Path(scratch), FIRST_DAY + timedelta(days=day), rows[day::FOLDERS])
        made = {str(p.relative_to(scratch)): p.read_bytes() for p in Path(scratch).rglob("*") if p.is_file()}
    return {name: data for name, data in sorted((made | sample).items()) if len(data) <= MOST_BYTES}


def _compare(found: Hashes, expected: Hashes, what: str) -> None:
    differing = [name for name in expected if found[name] != expected[name]]
    assert not differing, f"{what}: other rows in {', '.join(differing)}"


@contextmanager
def _environment(settings: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(settings)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def main() -> None:
    """Compare as many feedings as are asked for, of files with so many articles."""
    articles, feedings = (int(text) for text in (*sys.argv[1:], "600", "4")[:2])
    files = make_files(articles)
    print(f"{len(files)} files", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for line in check_feedings(Path(folder), files, feedings):
            print(line, flush=True)


if __name__ == "__main__":
    main()
