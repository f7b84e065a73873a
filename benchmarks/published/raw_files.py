"""The labelled sets as raw files: pages as pages, everything else as JSON Lines, one record an article in gold's order.

Put here: what a user would have on disk. Keep out: labels, which only the scores read.
"""

import gzip
import json
from pathlib import Path

import polars as pl

from tests.shared import SHARED

GOLD = SHARED / "gold"
PAGES = ("aeb", "fundus")
TEXTS = {
    "entities": GOLD / "ner" / "reuters1996.jsonl",
    "quotes": GOLD / "quotes" / "polnear.jsonl",
    "topics": GOLD / "topics" / "worldwide.jsonl",
}
_DAY = "2026-11-01"


def write_pages(raw: Path) -> None:
    """Every labelled page, in a folder for each set, under the name that gold gives it."""
    for name in PAGES:
        folder = raw / _DAY / name
        folder.mkdir(parents=True)
        for page in read_page_labels(name):
            content = (GOLD / "extraction" / name / page["file"]).read_bytes()
            (folder / page_name(page)).write_bytes(gzip.decompress(content))


def write_copies(raw: Path) -> None:
    """Real articles with id, source, title, date and text."""
    _write_lines(raw, "copies", pl.read_parquet(GOLD / "near" / "articles.parquet").to_dicts())


def write_stories(raw: Path) -> None:
    """Texts only: their titles define what is one story."""
    _write_lines(raw, "stories", pl.read_parquet(GOLD / "stories" / "fnc.parquet").select("id", "text").to_dicts())


def write_texts(raw: Path) -> None:
    """The articles whose names, quotations and topics are labelled, one file each."""
    for name, path in TEXTS.items():
        _write_lines(raw, name, [{"id": row["id"], "text": row["text"]} for row in read_lines(path)])


def read_page_labels(name: str) -> list[dict]:
    """What gold says of each page of a set."""
    return read_lines(GOLD / "extraction" / name / "gold.jsonl")


def page_name(page: dict) -> str:
    """Name of a labelled page's file below the raw folder."""
    return Path(page["file"]).name.removesuffix(".gz")


def read_lines(path: Path) -> list[dict]:
    """The rows of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _write_lines(raw: Path, name: str, rows: list[dict]) -> None:
    path = raw / _DAY / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
