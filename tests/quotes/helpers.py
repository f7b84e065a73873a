"""Small sets of articles with mentions, written for these tests."""

from datetime import date

import polars as pl

from assets.contract.frames import build_frame
from assets.quotes.extract import extract_quotes

DAY = date(2026, 3, 1)


def find_mentions(article_id: str, body: str, names: dict[str, str]) -> list[dict]:
    """Every place of each name (text -> entity_id) in a body, longer names first."""
    rows, taken = [], set()
    for name in sorted(names, key=len, reverse=True):
        at = body.find(name)
        while at >= 0:
            if at not in taken:
                taken |= set(range(at, at + len(name)))
                row = {"article_id": article_id, "entity_id": names[name], "text": name, "char_start": at}
                rows.append(row | {"char_end": at + len(name), "method": "test", "confidence": 1.0})
            at = body.find(name, at + 1)
    return rows


def quotes_of(*bodies: str, names: dict[str, str] | None = None, language: str | None = "en") -> pl.DataFrame:
    """Quotes of articles a0, a1, ... that landed on following days."""
    names = names or {}
    articles = pl.DataFrame(
        {
            "article_id": [f"a{i}" for i in range(len(bodies))],
            "body": list(bodies),
            "language": [language] * len(bodies),
            "landed_on": [date(2026, 3, 1 + i) for i in range(len(bodies))],
        },
        schema={"article_id": pl.String, "body": pl.String, "language": pl.String, "landed_on": pl.Date},
    )
    mentions = [row for i, body in enumerate(bodies) for row in find_mentions(f"a{i}", body, names)]
    return extract_quotes(articles, build_frame("mentions", mentions))


def said(quotes: pl.DataFrame, *, direct: bool = True) -> list[tuple[str, str | None, str | None]]:
    """(quote, speaker, cue) in the order of the text."""
    rows = quotes.filter(pl.col("is_direct") == direct).sort("article_id", "char_start")
    return rows.select("quote", "speaker", "cue").rows()
