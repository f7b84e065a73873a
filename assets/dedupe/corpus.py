"""The articles as the texts that are compared: articles with the same words are one text."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.dedupe.flat import Sketches, read_sketches
from assets.dedupe.hashing import U64, Hashes, mix
from assets.dedupe.phrases import find_phrases
from assets.dedupe.tokens import Flags, Indices

# The words of a caption or a "watch live" line may be the same by chance: so few must have the same title, too.
TITLED_WORDS = 25


@dataclass(frozen=True)
class Corpus:
    """Articles, sorted by article_id, and the different texts among them, numbered by age (of the oldest article)."""

    articles: pl.DataFrame
    texts: Indices  # text of each article; -1 for one without words
    members: list[NDArray[np.int64]]  # articles of each text, the oldest first
    words: Indices  # words of each text
    keys: Hashes  # name of each text: the characters of its oldest article
    characters: Hashes  # name of each article's characters
    grams: Sketches  # of texts
    phrases: Flags  # grams that are phrases of their outlet
    sentences: Sketches

    def article_ids(self, texts: Indices) -> pl.Series:
        """The oldest article of each of these texts."""
        return self.articles["article_id"].gather([self.members[text][0] for text in texts])


def read_corpus(articles: pl.DataFrame, fingerprints: pl.DataFrame) -> Corpus:
    """Fold articles (of the index) and their fingerprints into texts; a function of the set of rows."""
    articles = articles.sort("article_id")
    fingerprints = articles.select("article_id").join(fingerprints, on="article_id", how="left", maintain_order="left")
    characters, hashes = (fingerprints[name].fill_null(0).to_numpy() for name in ("body_hash", "text_hash"))
    count = fingerprints["words"].fill_null(0).to_numpy().astype(np.int64)
    texts, members, words = _fold(articles, fingerprints["title_hash"], hashes, count)
    first = np.array([own[0] for own in members], dtype=np.int64)
    oldest = np.full(articles.height, -1, dtype=np.int64)
    oldest[first] = np.arange(len(first))
    grams = _renumber(read_sketches(fingerprints, "grams"), oldest)
    return Corpus(
        articles, texts, members, words,
        keys=characters[first],
        characters=characters,
        grams=grams,
        phrases=find_phrases(grams, _number_outlets(articles)[first]),
        sentences=_renumber(read_sketches(fingerprints, "sentences"), oldest),
    )  # fmt: skip


def _number_outlets(articles: pl.DataFrame) -> Indices:
    """Number of each article's outlet; -1 for unknown."""
    return articles["source_id"].rank("dense").cast(pl.Int64).fill_null(-1).to_numpy()


def _fold(
    articles: pl.DataFrame, titles: pl.Series, hashes: Hashes, words: Indices
) -> tuple[Indices, list[NDArray[np.int64]], Indices]:
    """Text of each article, articles of each text, words of each text; `hashes` and `words` are each article's."""
    titled = np.where(words < TITLED_WORDS, titles.fill_null(0).to_numpy().astype(U64), U64(0))
    keys = mix(hashes ^ mix(titled)) ^ words.astype(U64)
    by_age = articles.with_row_index("row").sort("landed_on", "article_id")["row"].to_numpy().astype(np.int64)
    by_age = by_age[words[by_age] > 0]
    first_of, number = _number_by_first(keys[by_age])
    texts = np.full(articles.height, -1, dtype=np.int64)
    texts[by_age] = number
    order = np.argsort(number, kind="stable")
    members = np.split(by_age[order], np.cumsum(np.bincount(number))[:-1]) if len(by_age) else []
    return texts, members, words[by_age[first_of]]


def _number_by_first(keys: Hashes) -> tuple[Indices, Indices]:
    """Position of the first of each different key, ascending, and each key's number in that order."""
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return first[order], rank[inverse]


def _renumber(sketches: Sketches, texts: Indices) -> Sketches:
    """Sketches of the articles that are their text's oldest, under the text's number."""
    owners = texts[sketches.owners]
    return Sketches(owners[owners >= 0], sketches.values[owners >= 0])
