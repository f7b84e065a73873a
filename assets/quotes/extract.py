"""Quotes of articles as a frame, each article by itself. Keep out: the rules (direct.py, indirect.py, resolve.py)."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from assets.contract.catalog import find_table
from assets.quotes.clauses import Reading
from assets.quotes.direct import Quotation, find_direct
from assets.quotes.grouping import group_quotes, number_words
from assets.quotes.identity import identify_quote
from assets.quotes.indirect import find_indirect
from assets.quotes.resolve import Resolver
from assets.quotes.speakers import Speaker, find_speakers
from assets.quotes.text import Text

_OF_GROUPS = ("quote_group_id", "is_canonical")


def extract_quotes(articles: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Direct and indirect speech of a set of articles (contract `quotes`): read_quotes, then group_quotes.

    Needs article_id, body, language and landed_on of articles.
    """
    return group_quotes(read_quotes(articles, mentions), articles)


def read_quotes(articles: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Quotes as the contract has them, without their groups, and `words` (numbers); sorted by article and place.

    Reads article_id, body, language; mentions (offsets into body; may be empty). A speaker is given as written;
    speaker_entity_id is filled where the article tells who it is.
    """
    named = _mentions_by_article(mentions)
    rows = [
        row
        for article_id, body, language in articles.select("article_id", "body", "language").iter_rows()
        for row in _read_article(article_id, body, language or "en", named.get(article_id, []))
    ]
    kept = {name: kind for name, kind in find_table("quotes").schema.items() if name not in _OF_GROUPS}
    frame = pl.DataFrame(rows, schema={**kept, "words": pl.List(pl.UInt64)})
    return frame.sort("article_id", "char_start", "char_end", "quote_id")


def _mentions_by_article(mentions: pl.DataFrame) -> dict[str, list[Speaker]]:
    by_article: dict[str, list[Speaker]] = {}
    columns = mentions.select("article_id", "char_start", "char_end", "text", "entity_id")
    for article_id, start, end, text, entity_id in columns.sort("article_id", "char_start", "char_end").iter_rows():
        speaker = Speaker(start, end, text, entity_id.split("/", 1)[0], entity_id)
        by_article.setdefault(article_id, []).append(speaker)
    return by_article


def _read_article(article_id: str, body: str, language: str, mentions: list[Speaker]) -> Iterator[dict[str, Any]]:
    text = Text(body, language)
    reading = Reading(text, find_speakers(text, mentions))
    direct = find_direct(reading)
    quotations = [*direct, *find_indirect(reading, direct)]
    if not quotations:
        return
    resolver = Resolver(reading, mentions)
    for quotation in quotations:
        yield _as_row(article_id, body, quotation, resolver)


def _as_row(article_id: str, body: str, quotation: Quotation, resolver: Resolver) -> dict[str, Any]:
    said = quotation.attribution
    quote = body[quotation.start : quotation.end]
    return {
        "quote_id": identify_quote(article_id, quotation.start, quotation.end),
        "article_id": article_id,
        "quote": quote,
        "is_direct": quotation.is_direct,
        "speaker": said.speaker.text if said else None,
        "speaker_entity_id": resolver.entity_of(said.speaker) if said else None,
        "cue": said.cue if said else None,
        "confidence": quotation.confidence,
        "char_start": quotation.start,
        "char_end": quotation.end,
        "words": number_words(quote),
    }
