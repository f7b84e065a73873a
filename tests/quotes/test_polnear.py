from datetime import date

import polars as pl

from assets.contract.frames import build_frame
from assets.quotes.extract import extract_quotes
from benchmarks.quotes.__main__ import measure
from benchmarks.quotes.polnear import read_gold
from tests.shared import SHARED, needs_shared


@needs_shared
def test_quality_does_not_fall_below_its_floor():
    articles = read_gold(SHARED / "gold" / "quotes" / "polnear.jsonl")
    frame = pl.DataFrame({"article_id": [a.article_id for a in articles], "body": [a.text for a in articles]})
    frame = frame.with_columns(language=pl.lit("en"), landed_on=pl.lit(date(2016, 9, 1)))
    figures = measure(articles, extract_quotes(frame, build_frame("mentions", [])))
    assert figures["found"] >= 0.95
    assert figures["precision"] >= 0.965
    assert figures["speaker"] >= 0.87
