"""How well each article stands for its story: by likeness to the others, and by its title."""

import numpy as np
import polars as pl

from assets.stories.graph import UNIT, Graph
from assets.stories.memory import Judged
from assets.stories.passes import Flags
from assets.stories.vectors import Numbers


def judge_articles(articles: pl.DataFrame, graph: Graph, stories: Numbers, known: Judged, stale: Flags) -> Judged:
    """Judge anew the rows that are `stale`: all those of the stories that changed.

    `articles` (terms, weights, title_terms) in the order of `stories`, which has the story of each row.
    """
    rows = np.flatnonzero(stale)
    similarity, rating = known.similarity.copy(), known.rating.copy()
    similarity[rows] = _measure_similarity(graph, stories, rows)
    rating[rows] = _rate_titles(articles[rows], stories[rows])
    return Judged(similarity, rating)


def find_stale(stories: Numbers, known: Numbers, known_sizes: Numbers) -> Flags:
    """Rows of stories that do not have exactly the articles that they had; `known` is -1 for new articles."""
    sizes = np.bincount(stories, minlength=len(stories))
    differs = (known != stories) | (known_sizes != sizes[stories])
    return np.isin(stories, stories[differs])


def _measure_similarity(graph: Graph, stories: Numbers, rows: Numbers) -> np.ndarray:
    """Mean similarity to the story's other articles; 1 for one alone."""
    first, second, similarities = graph.pairs_of(rows)
    inside = stories[first] == stories[second]
    totals = np.bincount(np.searchsorted(rows, first[inside]), similarities[inside], minlength=len(rows))
    others = np.bincount(stories, minlength=len(stories))[stories[rows]] - 1
    means = np.clip(totals / (np.maximum(others, 1) * UNIT), 0, 1)
    return np.where(others == 0, 1.0, means).round(6)


def _rate_titles(articles: pl.DataFrame, stories: Numbers) -> np.ndarray:
    """How well each title says what its story's other articles are about (cosine, not scaled); 0 for one alone.

    What its own article says does not count: a headline whose words nobody else uses would speak for itself.
    """
    numbered = articles.select("terms", "weights", "title_terms").with_columns(pl.Series("story", stories))
    shared = numbered.with_row_index("row").filter(pl.len().over("story") > 1)
    own = _explode(shared, "terms", "weights")
    every = own.group_by("story", "terms").agg(total=pl.col("weights").sum())
    titles = _explode(shared, "title_terms").rename({"title_terms": "terms"})
    told = titles.join(every, on=["story", "terms"]).join(own, on=["row", "terms"], how="left")
    others = pl.col("total") - pl.col("weights").fill_null(0)
    told = told.group_by("row").agg(weights=others.sum())
    lengths = shared.select("row", length=pl.col("title_terms").list.len())
    rated = lengths.join(told, on="row").select("row", rating=pl.col("weights") / pl.col("length").sqrt())
    ratings = np.zeros(articles.height)
    ratings[rated["row"].to_numpy()] = rated["rating"].to_numpy()
    return ratings.round(6)


def _explode(rows: pl.DataFrame, *lists: str) -> pl.DataFrame:
    kept = rows.select("row", "story", *lists).filter(pl.col(lists[0]).list.len() > 0).explode(lists)
    return kept.with_columns(pl.col(name).cast(pl.Int64) for name in lists)
