"""Segments whose words turned out to be what the outlet repeats: they are no longer body."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from assets.contract.frames import build_frame, conform_frame

FURNITURE = {"role": "navigation", "reason": "repeated by the outlet: table boilerplate"}

Row = dict[str, Any]
Span = tuple[int, int]


def relabel_furniture(segments: pl.DataFrame, trimmed: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """`segments`, those of body cut where a paragraph that left the body begins and ends, which has another role then.

    `trimmed` has article_id, record_id, body (as parsed) and furniture (ordinals of its paragraphs); `texts` has
    record_id and text. Segments of other records pass unchanged; no character is lost or gained.
    """
    touched = segments.join(trimmed.select("record_id").unique(), on="record_id", how="semi")
    others = segments.join(trimmed.select("record_id").unique(), on="record_id", how="anti")
    if not touched.height:
        return segments
    patterns = {article_id: list(_patterns(body, furniture)) for article_id, body, furniture in
                trimmed.select("article_id", "body", "furniture").iter_rows()}  # fmt: skip
    text_of = dict(texts.select("record_id", "text").iter_rows())
    rows = list(_relabel(touched.sort("record_id", "ordinal").to_dicts(), patterns, text_of))
    return conform_frame("segments", pl.concat([conform_frame("segments", others), build_frame("segments", rows)]))


def _patterns(body: str, furniture: list[int]) -> Iterator[tuple[re.Pattern[str], bool]]:
    """What finds each paragraph in the record's text, however it was wrapped there; True for one of the body's end."""
    paragraphs = body.split("\n\n")
    for number in furniture:
        if words := paragraphs[number].split():
            yield re.compile(r"\s+".join(map(re.escape, words))), number >= len(paragraphs) / 2


def _relabel(rows: list[Row], patterns: dict[str, list[tuple[re.Pattern[str], bool]]], text_of: dict) -> Iterator[Row]:
    for record_id, own in groupby(rows, key=itemgetter("record_id")):
        pieces = [piece for row in own for piece in _cut(row, text_of[record_id], patterns.get(row["article_id"], []))]
        yield from ({**piece, "ordinal": ordinal} for ordinal, piece in enumerate(pieces))


def _cut(row: Row, text: str, patterns: list[tuple[re.Pattern[str], bool]]) -> Iterator[Row]:
    """The segment as it is, or in the pieces that the paragraphs in it make."""
    start, end = row["char_start"], row["char_end"]
    spans = sorted(_find(text, start, end, patterns)) if row["role"] == "body" else []
    for low, high in spans:
        if low >= start:
            yield from ({**row, "char_start": start, "char_end": low} for _ in range(low > start))
            yield {**row, **FURNITURE, "char_start": low, "char_end": high}
            start = high
    yield from ({**row, "char_start": start, "char_end": end} for _ in range(end > start))


def _find(text: str, start: int, end: int, patterns: list[tuple[re.Pattern[str], bool]]) -> Iterator[Span]:
    for pattern, is_last in patterns:
        found = [match.span() for match in pattern.finditer(text, start, end)]
        if found:
            yield found[-1 if is_last else 0]
