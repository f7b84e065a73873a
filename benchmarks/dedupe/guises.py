"""Many articles from few without their texts: fingerprints again and again, each time with other values throughout.

What a text shares with others of its guise stays as it is, two guises share nothing; bodies are those of the first.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.contract.bodies import ReadBodies
from assets.dedupe.packed import pack, unpack

_HASHES, _LISTS = ("title_hash", "body_hash", "text_hash"), ("grams", "sentences")
_ID_CHARS = 29


@dataclass(frozen=True)
class Guises:
    """Light rows and fingerprints of articles in several guises, and which are new: each article in one of them."""

    index: pl.DataFrame
    fingerprints: pl.DataFrame
    new_ids: pl.Series
    read_bodies: ReadBodies


def multiply_fingerprints(own: pl.DataFrame, fingerprints: pl.DataFrame, times: int) -> Guises:
    """`own` (relate articles with their own texts) in `times` guises; the new ones land a day after all others."""
    light = own.drop("body").sort("article_id").with_row_index("number")
    last = own["landed_on"].max()
    indexes = []
    for guise in range(times):
        is_new = pl.col("number") % times == guise
        landed = pl.when(is_new).then(pl.lit(last).dt.offset_by("1d")).otherwise("landed_on")
        indexes.append(_rename(light, guise).with_columns(landed_on=landed, is_new=is_new).drop("number"))
    index = pl.concat(indexes).sort("article_id")
    disguised = pl.concat([_disguise(fingerprints, guise) for guise in range(times)]).sort("article_id")
    new_ids = index.filter("is_new")["article_id"]
    return Guises(index.drop("is_new"), disguised, new_ids, _read_first(own))


def _rename(rows: pl.DataFrame, guise: int) -> pl.DataFrame:
    return rows.with_columns(article_id=pl.lit(f"{guise:03x}") + pl.col("article_id").str.tail(_ID_CHARS))


def _disguise(fingerprints: pl.DataFrame, guise: int) -> pl.DataFrame:
    """Every value times an odd number: one to one, so that equal values stay equal and others stay apart."""
    factor = np.random.Generator(np.random.PCG64(guise)).integers(1, 2**31, dtype=np.uint64) * np.uint64(2) + np.uint64(
        1
    )
    hashes = [pl.Series(name, fingerprints[name].to_numpy() * factor) for name in _HASHES]
    lists = [_multiply(fingerprints[name], np.uint32(factor)).alias(name) for name in _LISTS]
    return _rename(fingerprints, guise).with_columns(*hashes, *lists)


def _multiply(packed: pl.Series, factor: np.uint32) -> pl.Series:
    values, offsets = unpack(packed)
    return pack(values * factor, offsets)


def _read_first(own: pl.DataFrame) -> ReadBodies:
    """Bodies by what all guises of an article have in common in their names."""
    texts = own.select(tail=pl.col("article_id").str.tail(_ID_CHARS), body="body")

    def read(article_ids: pl.Series) -> pl.DataFrame:
        wanted = article_ids.to_frame("article_id").with_columns(tail=pl.col("article_id").str.tail(_ID_CHARS))
        return wanted.join(texts, on="tail").select("article_id", "body")

    return read
