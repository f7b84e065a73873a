from assets.dedupe.groups import connect, form_groups


def test_components_are_sorted():
    assert connect([(5, 3), (9, 8), (3, 1)]) == [[1, 3, 5], [8, 9]]
    assert connect([]) == []


def test_who_is_no_copy_of_the_canonical_one_leaves_and_groups_again():
    edges = {(1, 2), (2, 3), (3, 4)}
    near = lambda one, other: abs(one - other) == 1  # noqa: E731
    assert form_groups(edges, min, near) == [(1, [1, 2]), (3, [3, 4])]
