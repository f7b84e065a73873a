"""Average-link grouping of one batch of articles (Sokal and Michener 1958), exact and the same in any order."""

import numpy as np
from numpy.typing import NDArray

from assets.stories.vectors import Index, Numbers, Vectors, index_rows, mean_similarity


def group_batch(vectors: Vectors, rows: Numbers, threshold: float) -> list[Numbers]:
    """Split `rows` into groups; two groups merge while their mean similarity is at least `threshold`.

    Only articles connected by pairs that similar can end in one group, so each connected part is grouped by itself.
    """
    parts = _connect(vectors, rows, threshold)
    return [group for part in parts for group in _merge(vectors, part, threshold)]


def _connect(vectors: Vectors, rows: Numbers, threshold: float) -> list[Numbers]:
    """Connected components of the pairs at or above the threshold."""
    index = index_rows(vectors, rows)
    labels = np.arange(len(rows))
    for position, row in enumerate(rows):
        similar = np.flatnonzero(_row_similarity(vectors, index, int(row)) >= threshold)
        found = np.unique(_roots(labels, np.append(similar, position)))
        labels[found] = found[0]
    labels = _roots(labels, np.arange(len(rows)))
    order = np.argsort(labels, kind="stable")
    return np.split(rows[order], np.flatnonzero(np.diff(labels[order])) + 1) if len(rows) else []


def _roots(labels: Numbers, nodes: Numbers) -> Numbers:
    """Follow each node's labels to the one that names its component."""
    while (labels[nodes] != nodes).any():
        nodes = labels[nodes]
    return nodes


def _row_similarity(vectors: Vectors, index: Index, row: int) -> NDArray[np.float64]:
    entries = slice(vectors.offsets[row], vectors.offsets[row + 1])
    return mean_similarity(index.score(vectors.terms[entries], vectors.weights[entries]), 1)


def _merge(vectors: Vectors, part: Numbers, threshold: float) -> list[Numbers]:
    """Average link within one connected part. Among equally similar pairs those with the smallest rows merge first."""
    if len(part) == 1:
        return [part]
    sums = sum_products(vectors, part)
    np.fill_diagonal(sums, 0)
    sizes = np.ones(len(part))
    groups: list[list[int]] = [[position] for position in range(len(part))]
    means = sums / sizes
    np.fill_diagonal(means, -1.0)
    best = means.argmax(axis=1)
    top = means[np.arange(len(part)), best]
    while True:
        one = int(top.argmax())
        if top[one] < threshold:
            return [part[sorted(group)] for group in groups if group]
        other = int(best[one])
        groups[one] += groups[other]
        groups[other] = []
        _fold(sums, sizes, means, one, other)
        stale = np.flatnonzero((best == one) | (best == other))
        stale = np.union1d(stale, [one])
        best[stale] = means[stale].argmax(axis=1)
        top[stale] = means[stale, best[stale]]
        top[other] = -1.0


def sum_products(vectors: Vectors, rows: Numbers) -> NDArray[np.float64]:
    """Cosine of every two of `rows`, as a square."""
    index = index_rows(vectors, rows)
    return np.stack([_row_similarity(vectors, index, int(row)) for row in rows])


def _fold(
    sums: NDArray[np.float64], sizes: NDArray[np.float64], means: NDArray[np.float64], one: int, other: int
) -> None:
    """Merge group `other` into `one`, in place."""
    sums[one] += sums[other]
    sums[:, one] += sums[:, other]
    sums[other], sums[:, other] = 0.0, 0.0
    sums[one, one] = 0.0
    sizes[one] += sizes[other]
    means[one] = sums[one] / (sizes * sizes[one])
    means[one, one] = -1.0
    means[other], means[:, other] = -1.0, -1.0
    gone = means[:, one] < 0
    means[:, one] = np.where(gone, -1.0, means[one])
    means[one, gone] = -1.0
