"""Quotes of a set of articles as a frame. Keep out: the rules (direct.py, indirect.py, resolve.py, grouping.py)."""

from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from typing import Any

import polars as pl

from assets.contract.frames import build_frame
from assets.quotes.clauses import Reading
from assets.quotes.direct import Quotation, find_direct
from assets.quotes.grouping import Saying, group_quotes
from assets.quotes.indirect import find_indirect
from assets.quotes.resolve import Resolver
from assets.quotes.speakers import Speaker, find_speakers
from assets.quotes.text import Text

_QUOTE_ID_BYTES = 16


def extract_quotes(articles: pl.DataFrame, mentions: pl.DataFrame, entities: pl.DataFrame) -> pl.DataFrame:
    """Direct and indirect speech of articles (contract `quotes`), the same quotation in several under one group id.

    Reads article_id, body, language and landed_on of articles; mentions (offsets into body; may be empty); entity_id
    and kind of entities. A speaker is given as written; speaker_entity_id is filled where the article tells who it is.
    """
    kinds = dict(entities.select("entity_id", "kind").iter_rows())
    named = _mentions_by_article(mentions, kinds)
    rows: list[dict[str, Any]] = []
    landed: dict[str, date] = {}
    for article_id, body, language, landed_on in articles.select(
        "article_id", "body", "language", "landed_on"
    ).iter_rows():
        landed[article_id] = landed_on
        rows += _read_article(article_id, body, language or "en", named.get(article_id, []))
    groups = group_quotes([_as_saying(row, landed[row["article_id"]]) for row in rows])
    return build_frame("quotes", [row | {"quote_group_id": groups[row["quote_id"]]} for row in rows])


def _mentions_by_article(mentions: pl.DataFrame, kinds: dict[str, str]) -> dict[str, list[Speaker]]:
    by_article: dict[str, list[Speaker]] = {}
    columns = mentions.select("article_id", "char_start", "char_end", "text", "entity_id")
    for article_id, start, end, text, entity_id in columns.sort("article_id", "char_start", "char_end").iter_rows():
        speaker = Speaker(start, end, text, kinds.get(entity_id, "organization"), entity_id)
        by_article.setdefault(article_id, []).append(speaker)
    return by_article


def _read_article(article_id: str, body: str, language: str, mentions: list[Speaker]) -> Iterator[dict[str, Any]]:
    text = Text(body, language)
    reading = Reading(text, find_speakers(text, mentions))
    direct = find_direct(reading)
    resolver = Resolver(reading, mentions)
    for quotation in [*direct, *find_indirect(reading, direct)]:
        yield _as_row(article_id, body, quotation, resolver)


def _as_row(article_id: str, body: str, quotation: Quotation, resolver: Resolver) -> dict[str, Any]:
    said = quotation.attribution
    identity = f"{article_id}:{quotation.start}:{quotation.end}".encode()
    return {
        "quote_id": blake2b(identity, digest_size=_QUOTE_ID_BYTES).hexdigest(),
        "article_id": article_id,
        "quote": body[quotation.start : quotation.end],
        "is_direct": quotation.is_direct,
        "speaker": said.speaker.text if said else None,
        "speaker_entity_id": resolver.entity_of(said.speaker) if said else None,
        "cue": said.cue if said else None,
        "confidence": quotation.confidence,
        "char_start": quotation.start,
        "char_end": quotation.end,
    }


def _as_saying(row: dict[str, Any], landed_on: date) -> Saying:
    order = (landed_on, row["article_id"], row["char_start"])
    return Saying(row["quote_id"], row["quote"], row["is_direct"], row["speaker_entity_id"], order)
