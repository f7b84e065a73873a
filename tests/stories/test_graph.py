import numpy as np

from assets.stories.graph import Graph, empty_graph


def pairs(graph: Graph) -> set[tuple[int, int, int]]:
    return set(zip(*(part.tolist() for part in graph.pairs_of(np.arange(len(graph)))), strict=True))


def build(count: int, *triples: tuple[int, int, int]) -> Graph:
    return empty_graph(count).add(*np.array(triples, dtype=np.int64).reshape(-1, 3).T)


def both(*triples: tuple[int, int, int]) -> set[tuple[int, int, int]]:
    return {(a, b, s) for a, b, s in triples} | {(b, a, s) for a, b, s in triples}


def test_pairs_are_met_from_both_ends_whenever_they_came():
    graph = build(5, (0, 3, 7), (4, 1, 8))
    grown = graph.add(np.array([3, 2]), np.array([1, 0]), np.array([9, 6]))
    assert pairs(graph) == both((0, 3, 7), (1, 4, 8))
    assert pairs(grown) == both((0, 3, 7), (1, 4, 8), (1, 3, 9), (0, 2, 6))
    assert grown.add(*np.zeros((3, 0), dtype=np.int64)).offsets.tolist() == grown.offsets.tolist()


def test_rows_may_go_and_come_in_between():
    graph = build(4, (0, 1, 5), (1, 2, 6), (2, 3, 7))
    carried = graph.carry(np.array([1, 2, -1, 5]), 6)
    assert len(carried) == 6 and pairs(carried) == both((1, 2, 5))
    assert len(empty_graph(0).carry(np.zeros(0, dtype=np.int64), 3)) == 3


def test_a_part_is_numbered_anew():
    graph = build(6, (0, 1, 5), (1, 4, 6), (4, 5, 7))
    assert pairs(graph.select(np.array([1, 4, 5]))) == both((0, 1, 6), (1, 2, 7))
