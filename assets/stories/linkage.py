"""Average-link grouping of one batch of articles (Sokal and Michener 1958), exact and the same in any order.

By chains of nearest neighbours (Benzécri 1982, Murtagh 1983) over a sparse graph: a pair that is not in it counts as 0.
"""

import numpy as np

from assets.stories.graph import UNIT, Graph
from assets.stories.vectors import Numbers


def group_batch(graph: Graph, rows: Numbers, threshold: float) -> list[list[int]]:
    """Groups of two and more of `rows`; two groups merge while their mean similarity is at least `threshold`."""
    batch = _Batch(graph, rows, threshold)
    for start in sorted(batch.links):
        chain = [start] if start in batch.links else []
        while chain:
            tip, before = chain[-1], chain[-2] if len(chain) > 1 else -1
            nearest, similarity = batch.find_nearest(tip, before)
            if similarity < threshold * UNIT:
                chain.pop()
            elif nearest == before:
                merged = batch.merge(tip, before)
                chain = chain[:-2] or [merged]
            else:
                chain.append(nearest)
    return [sorted(group) for _, group in sorted(batch.groups.items()) if len(group) > 1]


class _Batch:
    """Groups while they merge, each known by its smallest row: their rows, and their summed similarities to others."""

    def __init__(self, graph: Graph, rows: Numbers, threshold: float) -> None:
        first, second, similarities = graph.pairs_of(rows)
        # Groups whose mean is high enough hold a pair that is: rows without one stay alone.
        linked = np.unique(first[(similarities >= threshold * UNIT) & np.isin(second, rows)])
        kept = np.isin(first, linked) & np.isin(second, linked)
        self.links: dict[int, dict[int, int]] = {row: {} for row in linked.tolist()}
        for one, other, total in np.stack([first, second, similarities], axis=1)[kept].tolist():
            self.links[one][other] = total
        self.groups = {row: [row] for row in self.links}

    def find_nearest(self, label: int, preferred: int) -> tuple[int, float]:
        """The most similar other group and its mean similarity; `preferred` among equals, else the smallest label."""
        size, best, nearest = len(self.groups[label]), -1.0, -1
        for other, total in self.links[label].items():
            mean = total / (size * len(self.groups[other]))
            if mean > best or (mean == best and nearest != preferred and (other == preferred or other < nearest)):
                best, nearest = mean, other
        return nearest, best

    def merge(self, one: int, other: int) -> int:
        """Make one group of two; returns its label."""
        kept, gone = min(one, other), max(one, other)
        self.groups[kept] += self.groups.pop(gone)
        links = self.links[kept]
        for neighbour, total in self.links.pop(gone).items():
            del self.links[neighbour][gone]
            if neighbour != kept:
                links[neighbour] = self.links[neighbour][kept] = links.get(neighbour, 0) + total
        return kept
