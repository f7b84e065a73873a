"""What names a quotation, and what an article's quotations depend on. Keep out: finding them (extract.py)."""

import hashlib

import numpy as np
import polars as pl

_QUOTE_ID_BYTES = 16
_ODD = tuple(np.uint64(number) for number in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


def identify_quote(article_id: str, start: int, end: int) -> str:
    """Hash of article and position."""
    return hashlib.blake2b(f"{article_id}:{start}:{end}".encode(), digest_size=_QUOTE_ID_BYTES).hexdigest()


def name_readings(articles: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """article_id and content_key: what the quotes of an article depend on, its text and who is named where in it.

    In: article_id and content_key (of the text) of articles; contract table mentions. A mention counts with its place
    and entity; the counts of an article are summed, so that no order of rows matters.
    """
    marks = pl.DataFrame({"article_id": mentions["article_id"], "mark": _mark_mentions(mentions)})
    sums = marks.group_by("article_id").agg(pl.col("mark").sum())
    named = articles.select("article_id", "content_key").join(sums, on="article_id", how="left", maintain_order="left")
    return named.select(
        "article_id", content_key=pl.concat_str("content_key", pl.col("mark").fill_null(0), separator="-")
    )


def _mark_mentions(mentions: pl.DataFrame) -> pl.Series:
    """A number for each mention that its entity and its place in the body decide; sums of them wrap around."""
    ids = mentions["entity_id"].unique().sort()
    names = [hashlib.blake2b(entity_id.encode(), digest_size=8).digest() for entity_id in ids]
    numbers = pl.DataFrame({"entity_id": ids, "number": np.frombuffer(b"".join(names), dtype="<u8")})
    joined = mentions.select("entity_id", "char_start", "char_end").join(
        numbers, on="entity_id", how="left", maintain_order="left"
    )
    start, end = (joined[name].cast(pl.UInt64).to_numpy() for name in ("char_start", "char_end"))
    mixed = joined["number"].to_numpy() ^ (start * _ODD[0]) ^ (end * _ODD[1])
    mixed = (mixed ^ (mixed >> np.uint64(29))) * _ODD[2]
    return pl.Series(mixed ^ (mixed >> np.uint64(32)))
