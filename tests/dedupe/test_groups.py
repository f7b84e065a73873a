import numpy as np

from assets.dedupe.groups import form_groups, label_components


def edges(*pairs: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def test_components_are_named_by_their_smallest_member():
    assert label_components(*edges((5, 3), (8, 7), (3, 1)), 9).tolist() == [-1, 1, -1, 1, -1, 1, -1, 7, 7]
    assert label_components(*edges(), 2).tolist() == [-1, -1]
    chain = [(number, number + 1) for number in range(500)]
    assert set(label_components(*edges(*chain[::-1]), 501).tolist()) == {0}


def test_who_is_no_copy_of_the_canonical_one_leaves_and_groups_again():
    smallest = lambda labels: np.arange(len(labels))  # noqa: E731
    near = lambda one, other: np.abs(one - other) == 1  # noqa: E731
    found = form_groups(*edges((1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (8, 9)), 10, smallest, near)
    assert found.tolist() == [-1, 1, 1, 3, 3, 5, 5, -1, 8, 8]
