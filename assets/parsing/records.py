"""A batch of records -> the frames of the parsed store: each record by its format's parser, alone.

Put here: choosing the parser, ids, covering the text with segments. Keep out: what the parsers do.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from assets.contract.frames import build_frame
from assets.parsing import VERSION
from assets.parsing.cover import cover_text
from assets.parsing.fields.record import parse_fields
from assets.parsing.html.page import parse_html
from assets.parsing.language import detect_language
from assets.parsing.model import Article, ParsedRecord
from assets.parsing.text import parse_text
from assets.parsing.text.lines import count_words

Row = dict[str, Any]

_PARSERS: dict[str, Callable[[str], ParsedRecord]] = {
    "text": parse_text,
    "markdown": lambda content: parse_text(content, is_markdown=True),
    "html": parse_html,
    "json": parse_fields,
}
_TABLES = (
    "records",
    "segments",
    "parsed_articles",
    "parsed_teasers",
    "parsed_credits",
    "field_candidates",
    "rejections",
)
_LONGEST_VALUE = 2000


@dataclass(frozen=True, slots=True)
class ParsedFrames:
    """What a batch of records gave, one frame for each table of the parsed store that is kept by record or article."""

    records: pl.DataFrame
    segments: pl.DataFrame
    parsed_articles: pl.DataFrame
    parsed_teasers: pl.DataFrame
    parsed_credits: pl.DataFrame
    field_candidates: pl.DataFrame
    rejections: pl.DataFrame


def parse_records(records: pl.DataFrame) -> ParsedFrames:
    """Parse `read_records` rows; the frames follow the contract and are sorted by their keys.

    A record_id that stands there twice is parsed once. Rows that reading refused go to `rejections` with their reason.
    An exception in one record's parser becomes a rejection parser_crash with its class and place; the others go on.
    """
    rows: dict[str, list[Row]] = {name: [] for name in _TABLES}
    once = records.sort("file_id", "ordinal").unique("record_id", keep="first", maintain_order=True)
    for record in once.sort("record_id").iter_rows(named=True):
        _add_record(rows, record)
    return ParsedFrames(**{name: build_frame(name, rows[name]) for name in _TABLES})


def _add_record(rows: dict[str, list[Row]], record: Row) -> None:
    if record["reason"] is not None or record["content"] is None:
        reason, detail = record["reason"] or "unreadable", record["detail"] or "the record has no content"
        rows["records"].append(_record_row(record, None))
        rows["rejections"].append({"record_id": record["record_id"], "reason": reason, "detail": detail})
        return
    parsed = parse_safely(record["format"], record["content"])
    rows["records"].append(_record_row(record, parsed.text))
    ids = [_article_id(record["record_id"], i) for i in range(len(parsed.articles))]
    rows["segments"] += _segment_rows(record["record_id"], parsed, ids)
    rows["parsed_teasers"] += _teaser_rows(record["record_id"], parsed)
    for number, article in enumerate(parsed.articles):
        rows["parsed_articles"].append(_article_row(record, article, ids, number))
        rows["parsed_credits"] += _credit_rows(ids[number], article)
        rows["field_candidates"] += _candidate_rows(ids[number], article)
    if parsed.rejection is not None:
        reason, detail = parsed.rejection
        rows["rejections"].append({"record_id": record["record_id"], "reason": reason, "detail": detail[:1000]})


def parse_safely(format_name: str, content: str) -> ParsedRecord:
    """The record by its format's parser. Never raises; a record without articles always has a rejection."""
    parser = _PARSERS.get(format_name)
    if parser is None:
        return ParsedRecord(content, rejection=("unsupported_type", f"no parser for format {format_name!r}"))
    try:
        parsed = parser(content)
    except Exception as error:
        return ParsedRecord(content, rejection=("parser_crash", _describe(error, format_name)))
    if parsed.articles:
        parsed.rejection = None
    elif parsed.rejection is None:
        parsed.rejection = ("no_content", "no article was found")
    return parsed


def _describe(error: Exception, format_name: str) -> str:
    """Class of the exception and the innermost place in our own code; its message may hold anything, so it is cut."""
    place, trace = "unknown place", error.__traceback__
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    message = " ".join(str(error).split())[:120]
    return f"{type(error).__name__} in the {format_name} parser at {place}: {message}. Report it with the file"


def _article_id(record_id: str, number: int) -> str:
    return hashlib.blake2b(f"{record_id}:{number}".encode(), digest_size=16).hexdigest()


def _record_row(record: Row, text: str | None) -> Row:
    return {
        "record_id": record["record_id"],
        "format": record["format"],
        "encoding": record["encoding"],
        "char_count": len(text or ""),
        "text": text,
    }


def _segment_rows(record_id: str, parsed: ParsedRecord, ids: list[str]) -> Iterator[Row]:
    for ordinal, segment in enumerate(cover_text(parsed.text, parsed.segments, len(ids))):
        yield {
            "record_id": record_id,
            "ordinal": ordinal,
            "char_start": segment.start,
            "char_end": segment.end,
            "role": segment.role,
            "article_id": None if segment.article is None else ids[segment.article],
            "reason": segment.reason,
        }


def _teaser_rows(record_id: str, parsed: ParsedRecord) -> Iterator[Row]:
    for position, teaser in enumerate(parsed.teasers):
        yield {
            "record_id": record_id,
            "position": position,
            "headline": teaser.headline,
            "blurb": teaser.blurb,
            "url": teaser.url,
        }


def _article_row(record: Row, article: Article, ids: list[str], number: int) -> Row:
    language, confidence = detect_language(article.body, article.declared_language)
    row = {name: getattr(article, name) for name in _PLAIN_FIELDS}
    return row | {
        "article_id": ids[number],
        "record_id": record["record_id"],
        "parent_article_id": ids[0] if article.is_embedded and number else None,
        "is_embedded": article.is_embedded and number > 0,
        "language": language,
        "language_confidence": confidence,
        "word_count": count_words(article.body),
        "extraction_confidence": round(article.extraction_confidence, 6),
        "changes": [*record["changes"], *_changes(article)],
        "parser_version": VERSION,
    }


_PLAIN_FIELDS = [
    "url",
    "canonical_url",
    "site_name",
    "domain",
    "title",
    "title_basis",
    "subtitle",
    "body",
    "authors",
    "section",
    "dateline",
    "published_at",
    "published_precision",
    "published_basis",
    "modified_at",
]


def _changes(article: Article) -> list[dict[str, str]]:
    return [{"field": c.field, "change": c.change, "reason": c.reason} for c in article.changes]


def _credit_rows(article_id: str, article: Article) -> Iterator[Row]:
    """Each agency and kind of evidence once, the first words that show it kept."""
    seen: set[tuple[str, str]] = set()
    for credit in article.credits:
        if (credit.agency, credit.evidence) not in seen:
            seen.add((credit.agency, credit.evidence))
            yield {
                "article_id": article_id,
                "agency": credit.agency,
                "evidence": credit.evidence,
                "matched_text": credit.matched_text[:_LONGEST_VALUE],
            }


def _candidate_rows(article_id: str, article: Article) -> Iterator[Row]:
    """Each field, value and basis once: the chosen row, else the surest."""
    best: dict[tuple[str, str, str], Row] = {}
    for c in article.candidates:
        value = c.value[:_LONGEST_VALUE]
        row = {
            "article_id": article_id,
            "field": c.field,
            "value": value,
            "basis": c.basis,
            "confidence": round(c.confidence, 6),
            "is_chosen": c.is_chosen,
            "reason": c.reason,
        }
        held = best.get((c.field, value, c.basis))
        if held is None or (row["is_chosen"], row["confidence"]) > (held["is_chosen"], held["confidence"]):
            best[(c.field, value, c.basis)] = row
    yield from best.values()
