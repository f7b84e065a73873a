import numpy as np
import pytest

from assets.stories.graph import UNIT, Graph, empty_graph
from assets.stories.linkage import group_batch


def random_graph(seed: int, count: int) -> tuple[Graph, np.ndarray]:
    """A sparse graph and the same as a table; many equal similarities, so that ties are met."""
    random = np.random.Generator(np.random.PCG64(seed))
    table = np.triu(random.integers(1, 12, (count, count)) * (random.random((count, count)) < 0.25), 1) * 500
    first, second = np.nonzero(table)
    return empty_graph(count).add(first, second, table[first, second]), table + table.T


def merge_greedily(table: np.ndarray, threshold: float) -> list[list[int]]:
    """The definition: always merge the two groups of the highest mean similarity."""
    groups = [[row] for row in range(len(table))]
    while len(groups) > 1:
        pairs = [(a, b) for a in range(len(groups)) for b in range(a)]
        means = [table[np.ix_(groups[a], groups[b])].mean() for a, b in pairs]
        best = int(np.argmax(means))
        if means[best] < threshold * UNIT:
            break
        a, b = pairs[best]
        groups[b] += groups.pop(a)
    return sorted(sorted(group) for group in groups if len(group) > 1)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("threshold", [0.05, 0.15, 0.3])
def test_chains_give_what_the_definition_gives(seed, threshold):
    random = np.random.Generator(np.random.PCG64(seed))
    table = np.triu(random.integers(1, 5_000, (30, 30)) * (random.random((30, 30)) < 0.4), 1)
    first, second = np.nonzero(table)
    graph = empty_graph(30).add(first, second, table[first, second])
    assert group_batch(graph, np.arange(30), threshold) == merge_greedily(table + table.T, threshold)


@pytest.mark.parametrize("seed", range(6))
def test_equal_similarities_give_the_same_in_any_order_of_pairs(seed):
    graph, table = random_graph(seed, 40)
    first, second = np.nonzero(np.triu(table))
    order = np.random.Generator(np.random.PCG64(seed)).permutation(len(first))
    half = len(order) // 2
    again = empty_graph(40)
    for part in (order[:half], order[half:]):
        again = again.add(first[part], second[part], table[first[part], second[part]])
    assert group_batch(again, np.arange(40), 0.15) == group_batch(graph, np.arange(40), 0.15)


def test_only_the_rows_of_the_batch_are_grouped():
    graph, _ = random_graph(1, 30)
    rows = np.arange(0, 30, 2)
    assert {row for group in group_batch(graph, rows, 0.05) for row in group} <= set(rows.tolist())
    assert group_batch(graph, np.array([], dtype=np.int64), 0.2) == []
    assert group_batch(graph, np.array([2]), 0.2) == []
