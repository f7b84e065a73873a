"""Words that very many articles of one day have: they do not tell events apart, and count for nothing on that day.

So what a day costs is bounded, however many articles are alike: results in sport, items of one feed, weather by place.
"""

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from assets.stories.days import UNDATED, Days
from assets.stories.vectors import Numbers, expand

# A word among the most telling ones of more than so many articles of one day of publication (of undated articles: of
# one landing day) is left out of these. It takes a day of many thousands of reports for a word to reach that.
CROWDED_ARTICLES = 1_000
# Terms are counted in a table of this size (a power of 2) before they are told apart.
_TABLE = 1 << 16

Flags = NDArray[np.bool_]


def leave_out_crowded(articles: pl.DataFrame, days: Days) -> pl.DataFrame:
    """`articles` (terms, weights) in the order of `days` without what their day has too often.

    Adds crowded_key, which names what was left out: 0 for nothing. Weights keep their scale: an article that is mostly
    such words is like no other.
    """
    lengths = articles["terms"].list.len().to_numpy().astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    terms = _flatten(articles, "terms")
    entries = _find_crowded(terms, starts, days)
    if not len(entries):
        return articles.with_columns(crowded_key=pl.lit(0, dtype=pl.Int64))
    kept = np.ones(len(terms), dtype=bool)
    kept[entries] = False
    offsets = np.concatenate([[0], np.cumsum(kept)])[starts]
    return articles.with_columns(
        _as_lists("terms", terms[kept], offsets),
        *(_as_lists(name, _flatten(articles, name)[kept], offsets) for name in ("weights", "are_names")),
        crowded_key=_name_sets(terms, entries, starts),
    )


def _find_crowded(terms: NDArray[np.uint32], starts: Numbers, days: Days) -> Numbers:
    """Places of the terms that are left out, ascending."""
    undated = days.published == UNDATED
    own_day = np.where(undated, -days.landed, days.published)
    _, number, counts = np.unique(own_day, return_inverse=True, return_counts=True)
    places = [np.zeros(0, dtype=np.int64)]
    for day in np.flatnonzero(counts > CROWDED_ARTICLES).tolist():
        rows = np.flatnonzero(number == day)
        _, entries = expand(starts[rows], starts[rows + 1])
        places.append(entries[_is_crowded(terms[entries])])
    return np.sort(np.concatenate(places))


def _is_crowded(terms: NDArray[np.uint32]) -> Flags:
    """Which of one day's terms, each once an article, more than CROWDED_ARTICLES have."""
    slots = terms & np.uint32(_TABLE - 1)
    often = np.bincount(slots, minlength=_TABLE)[slots] > CROWDED_ARTICLES
    values, number, counts = np.unique(terms[often], return_inverse=True, return_counts=True)
    often[often] = (counts > CROWDED_ARTICLES)[number] if len(values) else False
    return often


def _name_sets(terms: NDArray[np.uint32], entries: Numbers, starts: Numbers) -> pl.Series:
    """A sum of squares modulo 2**64 names the terms at `entries` of each row."""
    squares = np.zeros(len(entries) + 1, dtype=np.uint64)
    np.cumsum(np.square(terms[entries].astype(np.uint64)), out=squares[1:])
    edges = np.searchsorted(entries, starts)
    return pl.Series((squares[edges[1:]] - squares[edges[:-1]]).view(np.int64))


def _flatten(articles: pl.DataFrame, name: str) -> NDArray:
    lists = articles[name]
    return lists.filter(lists.list.len() > 0).explode().to_numpy()


def _as_lists(name: str, values: NDArray, offsets: Numbers) -> pl.Series:
    return pl.Series(name, pa.LargeListArray.from_arrays(pa.array(offsets), pa.array(values)))
