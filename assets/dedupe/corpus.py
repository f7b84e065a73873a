"""The articles as the texts that are compared: boilerplate left out, articles with the same words are one text."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.dedupe.boilerplate import find_boilerplate, find_phrases
from assets.dedupe.fingerprints import hash_titles
from assets.dedupe.flat import (
    Paragraphs,
    Sketches,
    count_words,
    hash_texts,
    keep_sketches,
    read_paragraphs,
    read_sketches,
)
from assets.dedupe.hashing import U64, Hashes, mix
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
    keys: Hashes  # name of each text as compared: its oldest article and the words kept
    grams: Sketches  # of texts
    phrases: Flags  # grams that are phrases of their outlet
    sentences: Sketches
    kept: list[Flags | None]  # paragraphs of each text's oldest article that are compared; None: all
    left_out: Indices  # paragraphs of each article that are not compared

    @property
    def bodies(self) -> pl.Series:
        """Body of each text's oldest article."""
        return self.articles["body"].gather([members[0] for members in self.members])


def read_corpus(articles: pl.DataFrame, fingerprints: pl.DataFrame) -> Corpus:
    """Fold relate articles and their fingerprints into texts; a function of the set of rows."""
    articles = articles.sort("article_id")
    fingerprints = articles.select("article_id").join(fingerprints, on="article_id", how="left", maintain_order="left")
    paragraphs, grams = read_paragraphs(fingerprints), read_sketches(fingerprints, "grams")
    outlets = _number_outlets(articles)
    # Articles of unknown outlets count as one outlet here: a paragraph is whole, and its articles are looked at.
    boilerplate = find_boilerplate(paragraphs, grams, outlets)
    count = count_words(paragraphs, ~boilerplate, articles.height)
    hashes = hash_texts(paragraphs, ~boilerplate, articles.height)
    texts, members, words = _fold(articles, fingerprints["title_hash"], hashes, count)
    first = np.array([own[0] for own in members], dtype=np.int64)
    oldest = np.full(articles.height, -1, dtype=np.int64)
    oldest[first] = np.arange(len(first))
    text_grams = _renumber(keep_sketches(grams, paragraphs, ~boilerplate), oldest)
    return Corpus(
        articles, texts, members, words,
        keys=mix(hashes[first] ^ hash_titles(articles["article_id"].gather(first))),
        grams=text_grams,
        phrases=find_phrases(text_grams, outlets[first]),
        sentences=_renumber(read_sketches(fingerprints, "sentences"), oldest),
        kept=_kept_paragraphs(paragraphs, ~boilerplate, oldest, len(members)),
        left_out=np.bincount(paragraphs.owners, boilerplate, minlength=articles.height).astype(np.int64),
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


def _kept_paragraphs(paragraphs: Paragraphs, kept: Flags, texts: Indices, count: int) -> list[Flags | None]:
    flags: list[Flags | None] = [None] * count
    for owner in np.unique(paragraphs.owners[~kept]):
        if texts[owner] >= 0:
            low, high = np.searchsorted(paragraphs.owners, [owner, owner + 1])
            flags[texts[owner]] = kept[low:high]
    return flags
