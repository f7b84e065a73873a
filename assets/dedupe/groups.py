"""Groups of copies: connected texts, each of which is a near copy of the one that stands for the group."""

from collections import defaultdict
from collections.abc import Callable, Iterable

Key = tuple[int, int]


def connect(edges: Iterable[Key]) -> list[list[int]]:
    """Connected components with two members or more, each sorted, in the order of their first members."""
    parent: dict[int, int] = {}

    def find(node: int) -> int:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in edges:
        low, high = sorted((find(one), find(other)))
        parent[high] = low
    members: dict[int, list[int]] = defaultdict(list)
    for node in sorted(parent):
        members[find(node)].append(node)
    return [members[root] for root in sorted(members)]


def form_groups(
    edges: set[Key], choose: Callable[[list[int]], int], is_near: Callable[[int, int], bool]
) -> list[tuple[int, list[int]]]:
    """(text of the canonical copy, sorted texts) of every group of two texts or more.

    `choose` names the text that holds the canonical copy. Whoever is no near copy of it leaves, and those who leave are
    grouped among themselves: a chain of edits does not make its two ends copies.
    """
    groups: list[tuple[int, list[int]]] = []
    waiting = _split(edges)
    while waiting:
        component, own_edges = waiting.pop()
        canonical = choose(component)
        near = [text for text in component if text == canonical or is_near(text, canonical)]
        if len(near) > 1:
            groups.append((canonical, near))
        left = set(component) - set(near)
        waiting += _split({edge for edge in own_edges if left.issuperset(edge)})
    return sorted(groups)


def _split(edges: set[Key]) -> list[tuple[list[int], set[Key]]]:
    """Connected components, each with its own edges."""
    components = connect(sorted(edges))
    number = {text: index for index, component in enumerate(components) for text in component}
    own: list[set[Key]] = [set() for _ in components]
    for edge in edges:
        own[number[edge[0]]].add(edge)
    return list(zip(components, own, strict=True))
