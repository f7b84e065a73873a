"""What the last run knew, in the rows of this one: similarities and places of articles that are what they were."""

from dataclasses import dataclass

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from assets.contract.frames import conform_frame
from assets.stories.days import Days, number_days, read_days
from assets.stories.graph import Graph
from assets.stories.history import History
from assets.stories.passes import Flags, Grouping, Memory, find_alone
from assets.stories.touched import Touched
from assets.stories.vectors import Floats, Numbers

# An article is what it was when all of these are.
IDENTITY = [
    "article_id", "own_key", "method", "published_on", "landed_on", "first_article_id", "first_landed_on",
    "crowded_key",
]  # fmt: skip
_HISTORY = ("since", "founders", "stories")


@dataclass(frozen=True)
class Judged:
    """By row: mean similarity to the others of its story, and how well its title says what the story is about."""

    similarity: Floats
    rating: Floats


@dataclass(frozen=True)
class Recalled:
    """The last run: its rows are numbered as they were; `place` has the old row of each row of today (-1: new or
    changed), `row_of` the other way round (-1: gone or changed). `judged` means nothing for new rows.
    """

    place: Numbers
    row_of: Numbers
    graph: Graph
    history: History
    gone: Days
    gone_landed: Numbers
    judged: Judged

    @property
    def is_new(self) -> Flags:
        """Rows of today that are not what they were, or were not there."""
        return self.place < 0

    def as_of(self, day: int, days: Days, landed: Numbers) -> Memory:
        """What the last run found when that day's articles had landed; `days` and `landed` are of today's rows."""
        was = self.history.as_of(day)
        rows = np.flatnonzero(self.is_new & (landed <= day))
        gone = self.gone.select(np.flatnonzero(self.gone_landed <= day))
        return Memory(self.carry(was), _pick(find_alone(was.founders), self.place, 0), Touched(days, rows, gone))

    def carry(self, was: Grouping) -> Grouping:
        """A grouping of the last run, in the rows of today."""
        row_of = np.append(self.row_of, -1)
        return Grouping(*(_pick(row_of[labels], self.place) for labels in (was.founders, was.stories)))

    def last_stories(self) -> tuple[Numbers, Numbers]:
        """The story of each row of today at the end of the last run, and how many articles it had."""
        was = self.history.as_of(np.iinfo(np.int64).max)
        sizes = np.bincount(was.stories, minlength=len(was.stories))[was.stories]
        return self.carry(was).stories, _pick(sizes, self.place, 0)


def recall(articles: pl.DataFrame, kept: pl.DataFrame) -> Recalled:
    """Match canonical articles (IDENTITY), sorted by article_id, with `story_places` of the last run."""
    place = _match(articles, kept)
    row_of = np.full(kept.height, -1)
    row_of[place[place >= 0]] = np.flatnonzero(place >= 0)
    gone = kept.filter(pl.Series(row_of < 0, dtype=pl.Boolean))
    return Recalled(
        place,
        row_of,
        Graph(_read_offsets(kept, "neighbours"), *(_read_list(kept, name) for name in ("neighbours", "similarities"))),
        History(_read_offsets(kept, "since"), *(_read_list(kept, name, np.int64) for name in _HISTORY)),
        read_days(gone),
        number_days(gone["first_landed_on"]),
        Judged(*(_pick(kept[name].to_numpy(), place, 0) for name in ("similarity", "rating"))),
    )


def remember(articles: pl.DataFrame, graph: Graph, history: History, judged: Judged) -> pl.DataFrame:
    """`story_places` of this run: articles (IDENTITY), sorted by article_id, and what was found of them."""
    return conform_frame(
        "story_places",
        articles.select(IDENTITY).with_columns(
            _lists("neighbours", graph.neighbours, graph.offsets),
            _lists("similarities", graph.similarities, graph.offsets),
            *(_lists(name, getattr(history, name).astype(np.int32), history.offsets) for name in _HISTORY),
            pl.Series("similarity", judged.similarity),
            pl.Series("rating", judged.rating),
        ),
    )


def _match(articles: pl.DataFrame, kept: pl.DataFrame) -> Numbers:
    """The row of each article in `kept`; -1 for new and changed ones."""
    numbered = kept.select(IDENTITY).with_row_index("place")
    joined = articles.select(IDENTITY).join(numbered, on=IDENTITY, how="left", nulls_equal=True, maintain_order="left")
    return joined["place"].cast(pl.Int64).fill_null(-1).to_numpy()


def _pick(values: NDArray, place: Numbers, otherwise: int = -1) -> NDArray:
    """Values of `kept` by row of today."""
    picked = np.full(len(place), otherwise, dtype=values.dtype)
    picked[place >= 0] = values[place[place >= 0]]
    return picked


def _read_offsets(kept: pl.DataFrame, name: str) -> Numbers:
    return np.concatenate([[0], np.cumsum(kept[name].list.len().to_numpy().astype(np.int64))])


def _read_list(kept: pl.DataFrame, name: str, kind: type = np.int32) -> NDArray:
    filled = kept[name].filter(kept[name].list.len() > 0)
    return filled.explode().to_numpy().astype(kind) if len(filled) else np.zeros(0, dtype=kind)


def _lists(name: str, values: NDArray[np.int32], offsets: Numbers) -> pl.Series:
    return pl.Series(name, pa.LargeListArray.from_arrays(pa.array(offsets), pa.array(values)))
