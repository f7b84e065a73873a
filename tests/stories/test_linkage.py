import numpy as np
import pytest

from assets.stories.linkage import group_batch
from assets.stories.vectors import Vectors, index_rows, mean_similarity


def random_vectors(seed: int, count: int) -> Vectors:
    """Sparse vectors that share some terms of a small vocabulary."""
    random = np.random.Generator(np.random.PCG64(seed))
    dense = random.integers(1, 1500, (count, 40)) * (random.random((count, 40)) < 0.2)
    rows, terms = np.nonzero(dense)
    return Vectors(np.searchsorted(rows, np.arange(count + 1)), terms, dense[rows, terms])


def merge_greedily(vectors: Vectors, count: int, threshold: float) -> list[list[int]]:
    """The definition: always merge the two groups of the highest mean similarity."""
    index = index_rows(vectors, np.arange(count))
    products = np.stack([index.score(*vectors.add_up(np.array([row]))) for row in range(count)])
    groups = [[row] for row in range(count)]
    while len(groups) > 1:
        pairs = [(a, b) for a in range(len(groups)) for b in range(a)]
        means = [
            float(mean_similarity(products[np.ix_(groups[a], groups[b])].sum(), len(groups[a]) * len(groups[b])))
            for a, b in pairs
        ]
        best = int(np.argmax(means))
        if means[best] < threshold:
            break
        a, b = pairs[best]
        groups[b] += groups.pop(a)
    return sorted(sorted(group) for group in groups)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("threshold", [0.05, 0.15, 0.3])
def test_chains_give_what_the_definition_gives(seed, threshold):
    vectors = random_vectors(seed, 30)
    groups = group_batch(vectors, np.arange(30), threshold)
    assert sorted(group.tolist() for group in groups) == merge_greedily(vectors, 30, threshold)


def test_empty_and_single():
    vectors = random_vectors(1, 3)
    assert group_batch(vectors, np.array([], dtype=np.int64), 0.2) == []
    assert [group.tolist() for group in group_batch(vectors, np.array([2]), 0.2)] == [[2]]
