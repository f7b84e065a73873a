"""What the last run knew, in the rows of this one: similarities and places of articles that are what they were."""

from dataclasses import dataclass

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from assets.contract.frames import build_frame, conform_frame
from assets.stories.days import read_days
from assets.stories.graph import Graph, empty_graph
from assets.stories.passes import Flags, Grouping, Known
from assets.stories.vectors import Floats, Numbers

# An article is what it was when all of these are.
IDENTITY = ["article_id", "own_key", "method", "published_on", "landed_on", "first_article_id", "first_landed_on"]


@dataclass(frozen=True)
class Judged:
    """By row: mean similarity to the others of its story, and how well its title says what the story is about."""

    similarity: Floats
    rating: Floats


@dataclass(frozen=True)
class Memory:
    """The last run by row of this one; `story_sizes` and `judged` mean nothing for new articles."""

    is_new: Flags
    graph: Graph
    known: Known
    story_sizes: Numbers
    judged: Judged


def recall(articles: pl.DataFrame, kept: pl.DataFrame | None) -> Memory:
    """Match canonical articles (IDENTITY), sorted by article_id, with `story_places` of the last run."""
    kept = build_frame("story_places", []) if kept is None else kept
    place = _match(articles, kept)
    row_of = _invert(place, kept.height)
    founders, stories = (_find_rows(kept, name, row_of) for name in ("founder_id", "story_founder_id"))
    known = Known(
        Grouping(_pick(founders[0], place), _pick(stories[0], place)),
        _pick(founders[1], place, 0) == 1,
        read_days(kept.filter(pl.Series(row_of < 0, dtype=pl.Boolean))),
    )
    judged = Judged(*(_pick(kept[name].to_numpy(), place, 0) for name in ("similarity", "rating")))
    graph = _read_graph(kept).carry(row_of, len(place))
    return Memory(place < 0, graph, known, _pick(stories[1], place, 0), judged)


def remember(articles: pl.DataFrame, graph: Graph, grouping: Grouping, judged: Judged) -> pl.DataFrame:
    """`story_places` of this run: articles (IDENTITY), sorted by article_id, and what was found of them."""
    ids = articles["article_id"]
    return conform_frame(
        "story_places",
        articles.select(IDENTITY).with_columns(
            _lists("neighbours", graph.neighbours, graph.offsets),
            _lists("similarities", graph.similarities, graph.offsets),
            ids.gather(grouping.founders).alias("founder_id"),
            ids.gather(grouping.stories).alias("story_founder_id"),
            pl.Series("similarity", judged.similarity),
            pl.Series("rating", judged.rating),
        ),
    )


def _match(articles: pl.DataFrame, kept: pl.DataFrame) -> Numbers:
    """The row of each article in `kept`; -1 for new and changed ones."""
    numbered = kept.select(IDENTITY).with_row_index("place")
    joined = articles.select(IDENTITY).join(numbered, on=IDENTITY, how="left", nulls_equal=True, maintain_order="left")
    return joined["place"].cast(pl.Int64).fill_null(-1).to_numpy()


def _invert(place: Numbers, count: int) -> Numbers:
    row_of = np.full(count, -1)
    row_of[place[place >= 0]] = np.flatnonzero(place >= 0)
    return row_of


def _find_rows(kept: pl.DataFrame, name: str, row_of: Numbers) -> tuple[Numbers, Numbers]:
    """By row of `kept`: today's row of the article that names the story, and how many articles it had."""
    numbered = kept.select("article_id").with_row_index("place")
    named = kept.select(name).join(numbered, left_on=name, right_on="article_id", how="left", maintain_order="left")
    places = named["place"].cast(pl.Int64).to_numpy()
    sizes = np.bincount(places, minlength=len(places))
    return row_of[places], sizes[places]


def _pick(values: NDArray, place: Numbers, otherwise: int = -1) -> NDArray:
    """Values of `kept` by row of today."""
    picked = np.full(len(place), otherwise, dtype=values.dtype)
    picked[place >= 0] = values[place[place >= 0]]
    return picked


def _read_graph(kept: pl.DataFrame) -> Graph:
    lengths = kept["neighbours"].list.len().to_numpy().astype(np.int64)
    pairs = kept.select("neighbours", "similarities").filter(pl.col("neighbours").list.len() > 0)
    if pairs.is_empty():
        return empty_graph(kept.height)
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    return Graph(offsets, *(pairs[name].explode().to_numpy() for name in pairs.columns))


def _lists(name: str, values: NDArray[np.int32], offsets: Numbers) -> pl.Series:
    return pl.Series(name, pa.LargeListArray.from_arrays(pa.array(offsets), pa.array(values)))
