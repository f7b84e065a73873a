"""Each labelled set through a whole `broadsheet run` on folders of its own; figures from the published tables."""

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks.line.measure import measure
from benchmarks.published import raw_files, scores
from benchmarks.published.tables import Published

SETS = {
    "pages": (raw_files.write_pages, scores.score_pages),
    "texts": (raw_files.write_texts, scores.score_texts),
    "stories": (raw_files.write_stories, scores.score_stories),
    "copies": (raw_files.write_copies, scores.score_pairs_of_copies),
}


def main() -> None:
    """Command line."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sets", nargs="*", default=[], help=f"some of {', '.join(SETS)}; all when none is named")
    chosen = arguments.parse_args().sets
    if not raw_files.GOLD.is_dir():
        raise SystemExit(f"no labelled data at {raw_files.GOLD}")
    for name in chosen or SETS:
        with tempfile.TemporaryDirectory() as folder:
            _report(name, Path(folder))


def _report(name: str, folder: Path) -> None:
    write, score = SETS[name]
    write(folder / "raw")
    own = {"BROADSHEET_RAW_DIR": "raw", "BROADSHEET_WAREHOUSE_DIR": "warehouse", "DAGSTER_HOME": "home"}
    measured = measure({**os.environ, **{key: str(folder / value) for key, value in own.items()}})
    published = Published(str(folder / "warehouse" / "news.duckdb"))
    print(f"{name}: {measured}; {published.balance()}")
    for line in score(published):
        print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()
