"""The articles as the texts that are compared: articles with the same words are one text."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.dedupe import VERSION
from assets.dedupe.fingerprints import hash_titles
from assets.dedupe.flat import Sketches, read_sketches
from assets.dedupe.hashing import U64, Hashes, mix
from assets.dedupe.tokens import Indices

# The words of a caption or a "watch live" line may be the same by chance: so few must have the same title, too.
TITLED_WORDS = 25


@dataclass(frozen=True)
class Corpus:
    """Articles, sorted by article_id, and the different texts among them, numbered by age (of the oldest article)."""

    articles: pl.DataFrame
    texts: Indices  # text of each article; -1 for one without words
    rows: Indices  # articles by text, of each text the oldest first
    starts: Indices  # where each text's begin in `rows`, and the number of all
    words: Indices  # words of each text
    outlets: Hashes  # name of the outlet of each text's oldest article; 0 for unknown
    keys: Hashes  # name of each text: its words, its oldest article's characters and outlet
    characters: Hashes  # name of each article's characters
    grams: Sketches  # of texts
    sentences: Sketches

    @property
    def oldest(self) -> Indices:
        """The oldest article of each text."""
        return self.rows[self.starts[:-1]]


def read_corpus(articles: pl.DataFrame, fingerprints: pl.DataFrame) -> Corpus:
    """Fold articles (of the index) and their fingerprints into texts; a function of the set of rows."""
    if not articles["article_id"].is_sorted():
        articles = articles.sort("article_id")
    fingerprints = _align(fingerprints, articles["article_id"])
    characters, hashes, titles = (_read_hashes(fingerprints, name) for name in ("body_hash", "text_hash", "title_hash"))
    count = fingerprints["words"].fill_null(0).to_numpy().astype(np.int64)
    titled = np.where(count < TITLED_WORDS, titles, U64(0))
    names = mix(hashes ^ mix(titled)) ^ count.astype(U64)
    texts, rows, starts = _fold(articles, names, count)
    oldest = rows[starts[:-1]]
    owners = np.full(articles.height, -1, dtype=np.int64)
    owners[oldest] = np.arange(len(oldest))
    outlets = _name_outlets(articles["source_id"])[oldest]
    salt = hash_titles(pl.Series([f"dedupe {VERSION}"]))
    return Corpus(
        articles, texts, rows, starts, count[oldest], outlets,
        keys=mix(mix(names[oldest] ^ mix(characters[oldest])) ^ mix(outlets) ^ salt),
        characters=characters,
        grams=read_sketches(fingerprints["grams"], owners),
        sentences=read_sketches(fingerprints["sentences"], owners),
    )  # fmt: skip


def _align(fingerprints: pl.DataFrame, article_ids: pl.Series) -> pl.DataFrame:
    """Fingerprints in the order of the articles; as they are where that is their order."""
    if fingerprints["article_id"].equals(article_ids):
        return fingerprints
    return article_ids.to_frame().join(fingerprints, on="article_id", how="left", maintain_order="left")


def _read_hashes(fingerprints: pl.DataFrame, name: str) -> Hashes:
    return fingerprints[name].fill_null(0).to_numpy().astype(U64)


def _name_outlets(source_ids: pl.Series) -> Hashes:
    """A hash of each article's outlet, the same in every run; 0 for unknown."""
    names = source_ids.drop_nulls().unique().sort()
    named = pl.DataFrame({"source_id": names, "name": pl.Series(hash_titles(names), dtype=pl.UInt64)})
    outlets = source_ids.to_frame("source_id").join(named, on="source_id", how="left", maintain_order="left")
    return outlets["name"].fill_null(0).to_numpy()


def _fold(articles: pl.DataFrame, names: Hashes, words: Indices) -> tuple[Indices, Indices, Indices]:
    """Text of each article, articles by text, where each text's start."""
    # Articles are in the order of their ids, which stays where days are equal.
    landed = articles.select("landed_on", row=pl.int_range(pl.len(), dtype=pl.Int64))
    by_age = landed.sort("landed_on", maintain_order=True)["row"].to_numpy()
    by_age = by_age[words[by_age] > 0]
    number = _number_by_first(names[by_age])
    texts = np.full(articles.height, -1, dtype=np.int64)
    texts[by_age] = number
    counts = np.bincount(number, minlength=0).astype(np.int64)
    return texts, by_age[np.argsort(number, kind="stable")], np.concatenate([[0], np.cumsum(counts)])


def _number_by_first(names: Hashes) -> Indices:
    """Each name's number, in the order in which the different names come first."""
    _, first, inverse = np.unique(names, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]
