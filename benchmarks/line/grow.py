"""How a run's cost grows with what is stored: `python -m benchmarks.line.grow 10000 1000`.

Invented articles (benchmarks/corpus) as JSON Lines, one file a landing day: all but the last in one run, the last day
in the next, then nothing new. Prints wall and CPU seconds, peak memory, megabytes, and when each step began. Names
come from the gazetteer: invented names would measure nothing of a model.
"""

import os
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

import orjson

from benchmarks.corpus.articles import generate_articles
from benchmarks.line.measure import measure

DAYS = 14
FIRST_DAY = date(2026, 9, 1)
TODAY = FIRST_DAY + timedelta(days=DAYS)


def main() -> None:
    stored, new = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles, _ = generate_articles(stored + new)
        rows = articles.select("source_id", "title", "body").to_dicts()
        settings = _settings(folder)
        for day in range(DAYS):
            _write_day(folder / "raw", FIRST_DAY + timedelta(days=day), rows[:stored][day::DAYS])
        _report(f"{stored} articles", settings, folder)
        _write_day(folder / "raw", TODAY, rows[stored:])
        _report(f"{new} more", settings, folder)
        _report("nothing new", settings, folder)


def _settings(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "BROADSHEET_RAW_DIR": str(folder / "raw"),
        "BROADSHEET_WAREHOUSE_DIR": str(folder / "warehouse"),
        "DAGSTER_HOME": str(folder / "home"),
        "BROADSHEET_TODAY": str(TODAY),
        "BROADSHEET_NER": "gazetteer",
    }


def _write_day(raw: Path, day: date, rows: list[dict[str, str]]) -> None:
    target = raw / str(day)
    target.mkdir(parents=True)
    with (target / "articles.jsonl").open("wb") as file:
        for number, row in enumerate(rows):
            outlet = row["source_id"]
            record = {
                "url": f"https://{outlet}.example/{day}/{number}",
                "site_name": outlet,
                "headline": row["title"],
                "body": row["body"],
                "published_at": f"{day}T{number % 24:02}:00:00Z",
            }
            file.write(orjson.dumps(record) + b"\n")


def _report(name: str, settings: dict[str, str], folder: Path) -> None:
    measured = measure(settings)
    size = sum(path.stat().st_size for path in (folder / "warehouse").rglob("*") if path.is_file()) / 1e6
    print(
        f"{name}: {measured}, {size:.0f} MB on disk\n{measured.printed.strip().splitlines()[0]}\n{measured.steps}",
        flush=True,
    )


if __name__ == "__main__":
    main()
