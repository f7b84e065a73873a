"""Other tools on the same texts. Each takes texts and yields pairs of positions; those not installed are left out."""

import importlib.util
import re
from collections.abc import Callable, Iterator

Finder = Callable[[list[str]], set[tuple[int, int]]]
_WORD = re.compile(r"\w+")


def list_peers() -> dict[str, Finder]:
    """Tools that are installed, with the settings that suit copies in news: 5-grams, 128 permutations, 32 x 4 bands."""
    peers: dict[str, Finder] = {}
    if importlib.util.find_spec("datasketch"):
        peers["datasketch MinHashLSH"] = find_by_datasketch
    return peers


def _shingles(text: str) -> set[bytes]:
    words = _WORD.findall(text.lower())
    return {" ".join(words[start : start + 5]).encode() for start in range(max(len(words) - 4, 1))}


def find_by_datasketch(texts: list[str]) -> set[tuple[int, int]]:
    """Candidates of datasketch.MinHashLSH with the same bands as text-dedup's news settings."""
    from datasketch import MinHash, MinHashLSH

    index, pairs = MinHashLSH(num_perm=128, params=(32, 4)), set()
    for number, sketch in enumerate(MinHash.generator([_shingles(text) for text in texts], num_perm=128)):
        pairs |= {(other, number) for other in index.query(sketch)}
        index.insert(number, sketch)
    return pairs


def pair_ids(pairs: set[tuple[int, int]], ids: list[str]) -> Iterator[frozenset[str]]:
    """Pairs of positions as pairs of ids."""
    return (frozenset((ids[one], ids[other])) for one, other in pairs)
