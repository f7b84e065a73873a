"""Which articles are alike: pairs near in time with their similarity, found once for every new article."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.stories.days import UNDATED, WINDOW_DAYS, Batch, Days, find_window, order_batches
from assets.stories.graph import UNIT, Pairs
from assets.stories.vectors import Alike, Floats, Numbers, find_similar, read_vectors
from assets.stories.weights import SCALE

# Two articles that are less alike than this count as not alike at all.
MIN_SIMILARITY = 0.10
# What a sentence vector adds to the words: so much of the cosine above (or below) what passing likeness gives.
VECTOR_WEIGHT, VECTOR_MIDDLE = 1.0, 0.55
# Names and numbers are the guard: however alike two vectors, articles with less in common in words are no pair.
MIN_COMMON_WORDS = 0.05
# Two events of one kind (earthquakes, takeovers) are told in the same words with other names: where names are this
# share of both articles and their cosine by names is below SHARED_NAMES, less counts, down to STRANGERS for no name.
NAME_MASS, SHARED_NAMES, STRANGERS = 0.2, 0.1, 0.5
BLOCK_PAIRS = 50_000


def find_new_pairs(articles: pl.DataFrame, days: Days, is_new: NDArray[np.bool_]) -> Pairs:
    """Pairs that hold a new article.

    `articles` (terms, weights; vector where sentence vectors are used) in the order of `days`.
    """
    # When each article's turn is; those of earlier runs had theirs.
    turn = np.where(is_new, len(is_new), -1)
    parts: list[Pairs] = []
    for number, batch in enumerate(order_batches(days, np.flatnonzero(is_new))):
        turn[batch.rows] = number
        parts.append(_pair_batch(articles, days, batch, np.flatnonzero(_near_batch(days, batch) & (turn <= number))))
    empty = np.zeros(0, dtype=np.int64)
    first, second, similarities = zip((empty, empty, empty), *parts, strict=True)
    return np.concatenate(first), np.concatenate(second), np.concatenate(similarities)


def _near_batch(days: Days, batch: Batch) -> NDArray[np.bool_]:
    """Articles that may be near to one of a batch; for a dated batch, undated ones by landing."""
    near = find_window(days, batch)
    if not batch.is_dated:
        return near
    landed = days.landed[batch.rows]
    by_landing = (days.landed >= landed.min() - WINDOW_DAYS) & (days.landed <= landed.max() + WINDOW_DAYS)
    return near | ((days.published == UNDATED) & by_landing)


def _pair_batch(articles: pl.DataFrame, days: Days, batch: Batch, others: Numbers) -> Pairs:
    """Pairs of one of a batch with one of the others; of two of the batch, once."""
    rows = np.union1d(batch.rows, others)
    local = articles[rows]
    vectors = read_vectors(local)
    least = MIN_COMMON_WORDS if "vector" in articles.columns else MIN_SIMILARITY
    some, their = np.searchsorted(rows, batch.rows), np.searchsorted(rows, others)
    found = find_similar(vectors, some, their, least)
    inside = np.isin(found.second, some)
    near = _are_near(days, rows[found.first], rows[found.second])
    found = found.pick((~inside | (found.first > found.second)) & near)
    cosines = found.cosines
    if "vector" in articles.columns:
        cosines = cosines + VECTOR_WEIGHT * _add_vectors(local, found.first, found.second)
    cosines = cosines * _share_names(found, vectors.name_masses() / SCALE**2)
    alike = cosines >= MIN_SIMILARITY
    first, second = rows[found.first[alike]], rows[found.second[alike]]
    return first, second, np.rint(cosines[alike] * UNIT).astype(np.int64)


def _share_names(found: Alike, masses: Floats) -> Floats:
    """What a pair's cosine counts: less where both articles name names, and not the same ones."""
    one, other = masses[found.first], masses[found.second]
    shared = found.by_names / np.sqrt(np.maximum(one * other, 1e-9))
    named = np.minimum(one, other) >= NAME_MASS
    return np.where(named, STRANGERS + (1 - STRANGERS) * np.minimum(shared / SHARED_NAMES, 1), 1)


def _are_near(days: Days, first: Numbers, second: Numbers) -> NDArray[np.bool_]:
    dated = (days.published[first] != UNDATED) & (days.published[second] != UNDATED)
    apart = np.where(dated, days.published[first] - days.published[second], days.landed[first] - days.landed[second])
    return np.abs(apart) <= WINDOW_DAYS


def _add_vectors(articles: pl.DataFrame, first: Numbers, second: Numbers) -> Floats:
    """Cosine of the sentence vectors above VECTOR_MIDDLE; 0 where one of the two has none."""
    has = articles["vector"].is_not_null().to_numpy()
    place = np.cumsum(has) - 1
    matrix = articles["vector"].drop_nulls().to_numpy().astype(np.float64)
    added = np.zeros(len(first))
    both = np.flatnonzero(has[first] & has[second])
    for start in range(0, len(both), BLOCK_PAIRS):
        part = both[start : start + BLOCK_PAIRS]
        products = np.einsum("ij,ij->i", matrix[place[first[part]]], matrix[place[second[part]]])
        added[part] = products - VECTOR_MIDDLE
    return added
