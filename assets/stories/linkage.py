"""Average-link grouping of one batch of articles (Sokal and Michener 1958), exact and the same in any order.

By chains of nearest neighbours (Benzécri 1982, Murtagh 1983), so that no table of all pairs is needed: memory grows
with the articles, not with their square.
"""

import numpy as np

from assets.stories.vectors import Numbers, Vectors, index_rows, mean_similarity


def group_batch(vectors: Vectors, rows: Numbers, threshold: float) -> list[Numbers]:
    """Split `rows` into groups; two groups merge while their mean similarity is at least `threshold`."""
    batch = _Batch(vectors, rows)
    for start in range(len(rows)):
        chain = [start] if batch.labels[start] == start else []
        while chain:
            tip, before = chain[-1], chain[-2] if len(chain) > 1 else -1
            nearest, similarity = batch.find_nearest(tip, before)
            if similarity < threshold:
                chain.pop()
            elif nearest == before:
                merged = batch.merge(tip, before)
                chain = chain[:-2] or [merged]
            else:
                chain.append(nearest)
    return [rows[sorted(group)] for group in batch.groups if group]


class _Batch:
    """Groups of a batch while they merge. A group is known by the smallest of its positions in the batch."""

    def __init__(self, vectors: Vectors, rows: Numbers) -> None:
        self._vectors, self._rows = vectors, rows
        self._index = index_rows(vectors, rows)
        self.labels = np.arange(len(rows))
        self.groups: list[list[int]] = [[position] for position in range(len(rows))]
        self._sizes = np.ones(len(rows), dtype=np.int64)

    def find_nearest(self, label: int, preferred: int) -> tuple[int, float]:
        """The most similar other group and its mean similarity; `preferred` among equals, else the smallest label."""
        own = self._vectors.add_up(self._rows[self.groups[label]])
        products = np.bincount(self.labels, self._index.score(*own), minlength=len(self.labels))
        means = mean_similarity(products, self._sizes * len(self.groups[label]))
        means[label] = -1.0
        best = int(means.argmax())
        return (preferred if preferred >= 0 and means[preferred] == means[best] else best), float(means[best])

    def merge(self, one: int, other: int) -> int:
        """Make one group of two; returns its label."""
        kept, gone = min(one, other), max(one, other)
        self.groups[kept] += self.groups[gone]
        self.labels[self.groups[gone]] = kept
        self._sizes[kept] += self._sizes[gone]
        self.groups[gone] = []
        return kept
