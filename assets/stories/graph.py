"""Articles and the similarities between them, as a graph: a pair is in it when it is alike and near in time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.stories.vectors import Numbers, expand

# Similarities are whole numbers, so that means are the same in whatever order they are added up.
UNIT = 10_000

Small = NDArray[np.int32]
# Rows of both articles and the similarity by UNIT, each pair once.
Pairs = tuple[Numbers, Numbers, Numbers]


@dataclass(frozen=True)
class Graph:
    """Pairs in both directions: those of row i are neighbours[offsets[i]:offsets[i + 1]], with their similarities."""

    offsets: Numbers
    neighbours: Small
    similarities: Small

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def pairs_of(self, rows: Numbers) -> Pairs:
        """Row, neighbour and similarity of every pair that starts at one of these rows."""
        positions, entries = expand(self.offsets[rows], self.offsets[rows + 1])
        return rows[positions], self.neighbours[entries].astype(np.int64), self.similarities[entries].astype(np.int64)

    def select(self, rows: Numbers) -> "Graph":
        """The graph of these rows alone (ascending), numbered from 0."""
        first, second, similarities = self.pairs_of(rows)
        place = np.searchsorted(rows, second)
        inside = rows[np.minimum(place, len(rows) - 1)] == second
        first, second = np.searchsorted(rows, first[inside]), place[inside]
        once = first < second
        return empty_graph(len(rows)).add(first[once], second[once], similarities[inside][once])

    def carry(self, row_of: Numbers, count: int) -> "Graph":
        """The same pairs among `count` rows, where row i is now row_of[i] (ascending); -1 leaves its pairs out."""
        row_of = row_of.astype(np.int32)
        if (row_of >= 0).all():
            lengths = np.zeros(count, dtype=np.int64)
            lengths[row_of] = np.diff(self.offsets)
            return Graph(_starts(lengths), row_of[self.neighbours], self.similarities)
        first = np.repeat(row_of, np.diff(self.offsets))
        second = row_of[self.neighbours]
        kept = (first >= 0) & (second >= 0)
        lengths = np.bincount(first[kept], minlength=count)
        return Graph(_starts(lengths), second[kept], self.similarities[kept])

    def add(self, first: Numbers, second: Numbers, similarities: Numbers) -> "Graph":
        """The graph with more pairs, which it does not have yet, each given once."""
        both, other, doubled = np.append(first, second), np.append(second, first), np.append(similarities, similarities)
        order = np.lexsort((other, both))
        grown = np.bincount(both, minlength=len(self))
        old = np.repeat(np.cumsum(grown) - grown, np.diff(self.offsets)) + np.arange(len(self.neighbours))
        offsets = self.offsets + _starts(grown)
        new = np.arange(len(both)) + np.repeat(self.offsets[1:], grown)
        neighbours, values = (np.empty(offsets[-1], dtype=np.int32) for _ in range(2))
        neighbours[old], values[old] = self.neighbours, self.similarities
        neighbours[new], values[new] = other[order], doubled[order]
        return Graph(offsets, neighbours, values)


def empty_graph(count: int) -> Graph:
    """A graph of `count` rows without pairs."""
    nothing = np.zeros(0, dtype=np.int32)
    return Graph(np.zeros(count + 1, dtype=np.int64), nothing, nothing)


def _starts(lengths: Numbers) -> Numbers:
    return np.concatenate([[0], np.cumsum(lengths)])
