"""Where each paragraph stands, as flat arrays: all paragraphs of all articles, and those that an outlet has often."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]

# A paragraph that fewer articles of one outlet have is not looked at.
MIN_ARTICLES = 5
_ODD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Paragraphs:
    """Paragraphs of all articles, in order. Articles are numbered by article_id, their outlets from 1, 0 is unknown."""

    article_ids: pl.Series
    outlets: Numbers  # of each article
    starts: Numbers  # first paragraph of each article, and the number of all
    owners: Numbers  # of each paragraph: its article
    hashes: Hashes
    letters: Numbers
    ties: Numbers

    def select(self, articles: Flags) -> "Paragraphs":
        """The paragraphs of the flagged articles, which are numbered anew."""
        own = articles[self.owners]
        numbers = np.cumsum(articles) - 1
        counts = np.diff(self.starts)[articles]
        return Paragraphs(
            self.article_ids.filter(articles), self.outlets[articles], np.concatenate([[0], np.cumsum(counts)]),
            numbers[self.owners[own]], self.hashes[own], self.letters[own], self.ties[own],
        )  # fmt: skip

    @property
    def ordinals(self) -> Numbers:
        """Place of each paragraph in its body, from 0."""
        return np.arange(len(self.owners)) - self.starts[self.owners]


def read_paragraphs(index: pl.DataFrame, sketches: pl.DataFrame) -> Paragraphs:
    """Sketches of the articles in `index` (article_id, source_id), flat."""
    rows = index.select("article_id", "source_id").join(sketches, on="article_id").sort("article_id")
    counts = rows["paragraphs"].list.len().to_numpy().astype(np.int64)
    hashes, letters, ties = (
        rows[name].explode(empty_as_null=False, keep_nulls=False).to_numpy()
        for name in ("paragraphs", "letters", "ties")
    )
    return Paragraphs(
        rows["article_id"],
        rows["source_id"].rank("dense").fill_null(0).to_numpy().astype(np.int64),
        np.concatenate([[0], np.cumsum(counts)]),
        np.repeat(np.arange(rows.height), counts),
        hashes,
        letters.astype(np.int64),
        ties.astype(np.int64),
    )


@dataclass(frozen=True)
class Frequent:
    """Paragraphs that an outlet has in many articles. `places` are their occurrences, positions among all paragraphs,
    by key, in order; `keys` numbers the outlet and paragraph of each; `articles` counts each key's articles."""

    places: Numbers
    keys: Numbers
    articles: Numbers


def find_frequent(paragraphs: Paragraphs) -> tuple[Paragraphs, Frequent]:
    """Paragraphs with words that at least MIN_ARTICLES of one outlet's articles have, and all of these articles."""
    mixed = paragraphs.hashes + paragraphs.outlets.astype(np.uint64)[paragraphs.owners] * _ODD
    often = _is_frequent(mixed) & (paragraphs.hashes != 0)
    touched = np.bincount(paragraphs.owners[often], minlength=len(paragraphs.outlets)) > 0
    places = np.flatnonzero(often[touched[paragraphs.owners]])
    paragraphs = paragraphs.select(touched)
    outlets = paragraphs.outlets[paragraphs.owners[places]]
    order = np.lexsort((paragraphs.hashes[places], outlets))
    places = places[order]
    keys = _number_runs(outlets[order], paragraphs.hashes[places])
    is_new_article = np.ones(len(places), dtype=bool)
    is_new_article[1:] = (np.diff(keys) != 0) | (np.diff(paragraphs.owners[places]) != 0)
    articles = np.bincount(keys, is_new_article).astype(np.int64)
    kept = articles >= MIN_ARTICLES
    number = np.cumsum(kept) - 1
    return paragraphs, Frequent(places[kept[keys]], number[keys[kept[keys]]], articles[kept])


def _is_frequent(values: Hashes) -> Flags:
    """Which values occur MIN_ARTICLES times."""
    ordered = np.sort(values)
    step = MIN_ARTICLES - 1
    often = np.unique(ordered[step:][ordered[step:] == ordered[: len(ordered) - step]]) if len(ordered) > step else []
    if not len(often):
        return np.zeros(len(values), dtype=bool)
    return often[np.minimum(np.searchsorted(often, values), len(often) - 1)] == values


def _number_runs(first: Numbers, second: Hashes) -> Numbers:
    """A number for every run of equal pairs."""
    changes = np.zeros(len(first), dtype=np.int64)
    changes[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    return np.cumsum(changes)
