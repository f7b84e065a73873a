"""The order of rows in a heat map: neighbours are alike, so that blocks show."""

from collections.abc import Mapping, Sequence


def chain_order(names: Sequence[str], likeness: Mapping[tuple[str, str], float]) -> list[str]:
    """`names` as a chain: the most alike pair first, then at either end whatever is most like that end.

    Greedy, as in single-link seriation; names that are equally good come in the order of the alphabet.
    `likeness` has each pair once, in either order; a missing pair is 0.
    """
    left = sorted(names)
    if len(left) < 3:
        return left

    def alike(one: str, other: str) -> float:
        return likeness.get((one, other), likeness.get((other, one), 0.0))

    pairs = [(one, other) for one in left for other in left if one < other]
    chain = list(min(pairs, key=lambda pair: (-alike(*pair), pair)))
    left = [name for name in left if name not in chain]
    while left:
        at_start = min(left, key=lambda name: (-alike(name, chain[0]), name))
        at_end = min(left, key=lambda name: (-alike(name, chain[-1]), name))
        is_start = alike(at_start, chain[0]) > alike(at_end, chain[-1])
        chain.insert(0 if is_start else len(chain), at_start if is_start else at_end)
        left.remove(at_start if is_start else at_end)
    return chain
