"""What the benchmark's workers do with a file: read it, or read and parse it, and keep what is needed to judge."""

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from assets.parsing.language import load_model
from assets.parsing.records import parse_records
from assets.reading.folder import read_file
from assets.reading.limits import Limits
from assets.reading.read import read_bytes

load_model()


@dataclass(frozen=True)
class File:
    """A file to judge: where it is, how far to take it, and with which limits."""

    root: str
    path: bytes
    is_parsed: bool
    limits: Limits


def handle_file(file: File) -> dict[str, Any]:
    """Counts, reasons, text and CPU seconds of one file."""
    start = time.process_time()
    data = read_file(Path(file.root), file.path)
    content = read_bytes(data, Path(os.fsdecode(file.path)).name, file.limits)
    seconds = time.process_time() - start
    good, bad = _split(content.records)
    reasons = [content.rejection[0]] if content.rejection else bad["reason"].to_list()
    texts = good["content"].to_list()
    count = good["record_id"].n_unique()
    if file.is_parsed:
        parsed = parse_records(content.records)
        articles = parsed.parsed_articles.filter(~pl.col("is_embedded"))
        reasons = [content.rejection[0]] if content.rejection else parsed.rejections["reason"].to_list()
        count = articles.height
        texts = (
            articles.select(pl.concat_str(pl.selectors.string(), separator="\n", ignore_nulls=True))
            .to_series()
            .to_list()
        )
        texts += articles["authors"].list.join(", ").to_list()
    return {
        "accepted": count,
        "reasons": reasons,
        "text": "\n".join(texts),
        "read_seconds": seconds,
        "seconds": time.process_time() - start,
    }


def _split(records: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    is_good = pl.col("reason").is_null()
    return records.filter(is_good), records.filter(~is_good)
